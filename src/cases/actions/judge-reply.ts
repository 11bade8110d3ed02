import { type FormulaWarning, formulaWarnings, type ReplyToJudge } from '../model/formula.ts'
import type { CaseState } from '../model/state.ts'
import { earlierReplies } from '../store/earlier-replies.ts'
import { textOf } from '../store/similar.ts'
import type { Tools } from './act.ts'

/** What about a reply looks like a formula, beside what the resident asked and what the entity told others. */
export async function judgeReply(
  { db, directory }: Pick<Tools, 'db' | 'directory'>,
  { id, entity, category }: Pick<CaseState, 'id' | 'entity' | 'category'>,
  reply: ReplyToJudge,
): Promise<FormulaWarning[]> {
  const asked = await textOf(db, id)
  const earlier = entity ? await earlierReplies(db, entity, id) : []
  const known = (await directory()).category(category)
  const subject = known ? [...Object.values(known.name), ...Object.values(known.phrases).flat()] : []
  return formulaWarnings(reply, asked, earlier, subject)
}
