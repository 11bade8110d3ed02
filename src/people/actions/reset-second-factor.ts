import { isId, no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '../model/officer.ts'
import { keyFor, seal } from '../model/seal.ts'
import { newTotpSecret, totpUri } from '../model/totp.ts'
import { removeSessionsOf } from '../store/sessions.ts'
import * as staff from '../store/staff.ts'
import type { Tools } from './tools.ts'

/**
 * A new authenticator secret for somebody who lost theirs. Their password stays as it is, so that the reset
 * of one factor never stands in for the other; their sessions end.
 */
export function resetSecondFactor(
  { db, secret }: Tools,
  by: Author,
  id: string,
): Promise<Result<{ totpSecret: string; totpUri: string }, 'not-allowed' | 'not-found'>> {
  return db.transaction(async (tx) => {
    if (!mayConfigure(by)) return no('not-allowed')
    const found = isId(id) ? await staff.findStaff(tx, id) : undefined
    if (!found?.email) return no('not-found')
    const totpSecret = newTotpSecret()
    await staff.setTotp(tx, id, seal(keyFor(secret, 'totp'), id, totpSecret))
    await removeSessionsOf(tx, id)
    return yes({ totpSecret, totpUri: totpUri(totpSecret, found.email) })
  })
}
