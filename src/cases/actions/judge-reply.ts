import { type FormulaWarning, formulaWarnings, type ReplyToJudge } from '../model/formula.ts'
import type { CaseState } from '../model/state.ts'
import { earlierReplies } from '../store/earlier-replies.ts'
import { textOf } from '../store/similar.ts'
import type { Tools } from './act.ts'

/** What about a reply looks like a formula, beside what the resident asked and what the entity told others. */
export async function judgeReply(
  { db }: Pick<Tools, 'db'>,
  { id, entity }: Pick<CaseState, 'id' | 'entity'>,
  reply: ReplyToJudge,
): Promise<FormulaWarning[]> {
  const asked = await textOf(db, id)
  const earlier = entity ? await earlierReplies(db, entity, id) : []
  return formulaWarnings(reply, asked, earlier)
}
