import { isId, no, type Result, yes } from '#kernel'
import { type Author, authorId, mayConfigure } from '../model/officer.ts'
import { removeSessionsOf } from '../store/sessions.ts'
import * as staff from '../store/staff.ts'
import { revokeTokensOf } from '../store/tokens.ts'
import type { Tools } from './tools.ts'

export type DisableRefusal = 'not-allowed' | 'not-found' | 'not-to-yourself'

/**
 * Closes an account at once: sessions end, tokens are revoked. Nobody closes their own, so that there is
 * always an administrator left.
 */
export async function disableStaff(
  { db, clock }: Tools,
  by: Author,
  id: string,
): Promise<Result<undefined, DisableRefusal>> {
  if (!mayConfigure(by)) return no('not-allowed')
  if (authorId(by) === id) return no('not-to-yourself')
  return db.transaction(async (tx) => {
    const found = isId(id) ? await staff.findStaff(tx, id) : undefined
    if (!found) return no('not-found')
    await staff.setActive(tx, id, false)
    await removeSessionsOf(tx, id)
    await revokeTokensOf(tx, id, clock.now())
    return yes(undefined)
  })
}
