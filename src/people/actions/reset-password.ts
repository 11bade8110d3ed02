import { isId, no, type Result, yes } from '#kernel'
import { newPassword } from '../model/handed-out.ts'
import { type Author, mayConfigure } from '../model/officer.ts'
import { removeSessionsOf } from '../store/sessions.ts'
import { findStaff, setPassword } from '../store/staff.ts'
import { hashPassword } from './hash-password.ts'
import type { Tools } from './tools.ts'

/** A new password for handing over to somebody who forgot theirs; the authenticator stays, sessions end. */
export async function resetPassword(
  { db }: Tools,
  by: Author,
  id: string,
): Promise<Result<{ password: string }, 'not-allowed' | 'not-found'>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const password = newPassword()
  const hash = await hashPassword(password)
  return db.transaction(async (tx) => {
    const found = isId(id) ? await findStaff(tx, id) : undefined
    if (!found?.email) return no('not-found')
    await setPassword(tx, id, hash)
    await removeSessionsOf(tx, id)
    return yes({ password })
  })
}
