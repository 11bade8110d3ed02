import { isId, no, type Result, yes } from '#kernel'
import { complaints } from '../model/input.ts'
import { type Reacher, rolesOn } from '../model/reach.ts'
import { replyDraft } from '../model/reply-draft.ts'
import type { Actor } from '../model/steps.ts'
import * as cases from '../store/cases.ts'
import { keepDraft } from '../store/replies.ts'
import type { Tools } from './act.ts'

/** Who writes at a reply before it is submitted: handlers draft, the liaison or the reviewer submits. */
export const DRAFTING: readonly Actor[] = ['handler', 'liaison', 'reviewer']

/** Keeps a reply in the making for everybody who works on the case; the last one to save has said it. */
export function saveReplyDraft(
  { db, clock }: Pick<Tools, 'db' | 'clock'>,
  officer: Reacher,
  caseId: string,
  given: unknown,
): Promise<Result<undefined>> {
  if (!isId(caseId)) return Promise.resolve(no('not-found'))
  return db.transaction(async (tx) => {
    const found = await cases.lockWithinReach(tx, officer, caseId)
    if (!found) return no('not-found')
    if (!rolesOn(officer, found).some((role) => DRAFTING.includes(role))) return no('not-your-step')
    if (found.stage !== 'with-entity') return no('wrong-stage')
    const parsed = replyDraft.safeParse(given)
    if (!parsed.success) return no('invalid', complaints(parsed.error))
    await keepDraft(tx, caseId, parsed.data, officer.id, clock.now())
    return yes(undefined)
  })
}
