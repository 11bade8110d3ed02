import { newId, no, type Result, yes } from '#kernel'
import { parseEmail } from '../model/contact.ts'
import { newPassword } from '../model/handed-out.ts'
import { type Author, type Language, mayConfigure } from '../model/officer.ts'
import { acceptablePassword, type PasswordRefusal } from '../model/password.ts'
import { type NameRefusal, personName } from '../model/person-name.ts'
import { keyFor, seal } from '../model/seal.ts'
import { newTotpSecret, totpUri } from '../model/totp.ts'
import { addStaff } from '../store/staff.ts'
import { hashPassword } from './hash-password.ts'
import type { Tools } from './tools.ts'

export interface NewOfficer {
  readonly name: string
  readonly email: string
  readonly language: Language
  /** Left out, one is made up for handing over. */
  readonly password?: string
}

/** What the new officer needs to sign in; shown once and kept nowhere in clear. */
export interface Welcome {
  readonly id: string
  readonly password: string
  readonly totpSecret: string
  readonly totpUri: string
}

export type StaffRefusal = 'not-allowed' | NameRefusal | 'email-malformed' | 'email-taken' | PasswordRefusal

/** Makes an account without any role; rights come by `grantRole`. */
export async function createStaff(
  { db, clock, secret }: Tools,
  by: Author,
  wanted: NewOfficer,
): Promise<Result<Welcome, StaffRefusal>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const name = personName(wanted.name)
  if (!name.ok) return name
  const email = parseEmail(wanted.email)
  if (!email) return no('email-malformed')
  const password = acceptablePassword(wanted.password ?? newPassword(), [email, name.value])
  if (!password.ok) return password
  const id = newId()
  const totpSecret = newTotpSecret()
  const added = await addStaff(db, {
    id,
    name: name.value,
    email,
    language: wanted.language,
    passwordHash: await hashPassword(password.value),
    totpSecret: seal(keyFor(secret, 'totp'), id, totpSecret),
    now: clock.now(),
  })
  if (!added) return no('email-taken')
  return yes({ id, password: password.value, totpSecret, totpUri: totpUri(totpSecret, email) })
}
