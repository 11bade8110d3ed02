import { no, type Result, yes } from '#kernel'
import { allow } from '../model/limits.ts'
import type { Officer } from '../model/officer.ts'
import { acceptablePassword, type PasswordRefusal } from '../model/password.ts'
import { tokenHash } from '../model/session.ts'
import { removeSessionsOf } from '../store/sessions.ts'
import { findStaff, readPassword, setPassword } from '../store/staff.ts'
import { checkPassword, hashPassword } from './hash-password.ts'
import type { DoorTools } from './tools.ts'

export interface PasswordChange {
  readonly current: string
  readonly next: string
  /** The session that asks stays; every other one of the officer ends. */
  readonly token: string
}

export type PasswordChangeRefusal = 'password-wrong' | 'too-many-tries' | PasswordRefusal

/** Changes one's own password, against the present one. */
export async function changePassword(
  { db, clock, limits }: DoorTools,
  officer: Officer,
  { current, next, token }: PasswordChange,
): Promise<Result<undefined, PasswordChangeRefusal>> {
  if (!allow(limits.account, officer.id, clock.now())) return no('too-many-tries')
  if (!(await checkPassword(current, await readPassword(db, officer.id)))) return no('password-wrong')
  const email = (await findStaff(db, officer.id))?.email ?? ''
  const password = acceptablePassword(next, [officer.name, email])
  if (!password.ok) return password
  const hash = await hashPassword(password.value)
  return db.transaction(async (tx) => {
    await setPassword(tx, officer.id, hash)
    await removeSessionsOf(tx, officer.id, tokenHash(token))
    return yes(undefined)
  })
}
