import { newId, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import type { Language } from '../model/officer.ts'
import { acceptablePassword, type PasswordRefusal } from '../model/password.ts'
import { type Named, type ScopeRefusal, scopeFor } from '../model/roles.ts'
import { keyFor, seal } from '../model/seal.ts'
import { addStaff } from '../store/staff.ts'
import { ensureGrant } from './grant-role.ts'
import { hashPassword } from './hash-password.ts'
import type { Tools } from './tools.ts'

export interface Planted {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly grants: readonly (Named & { readonly role: string })[]
}

export interface Planting {
  /** One for all, hashed once. */
  readonly password: string
  readonly totpSecret: string
  readonly people: readonly Planted[]
}

/** The staff of a demonstration, all with one password and one authenticator. Who is there already stays untouched. */
export async function plantStaff(
  { db, clock, secret }: Tools,
  { password, totpSecret, people }: Planting,
): Promise<Result<undefined, PasswordRefusal | ScopeRefusal>> {
  const accepted = acceptablePassword(password)
  if (!accepted.ok) return accepted
  const passwordHash = await hashPassword(accepted.value)
  const key = keyFor(secret, 'totp')
  const now = clock.now()
  return db.transaction(async (tx) => {
    for (const { grants, ...person } of people) {
      const id = newId()
      const added = await addStaff(tx, {
        ...person,
        id,
        passwordHash,
        totpSecret: seal(key, id, totpSecret),
        now,
      })
      const granted = added ? await grantAll(tx, id, grants, now) : yes(undefined)
      if (!granted.ok) return granted
    }
    return yes(undefined)
  })
}

async function grantAll(tx: Db, staffId: string, grants: Planted['grants'], now: Temporal.Instant) {
  for (const { role, ...named } of grants) {
    const where = scopeFor(role, named)
    if (!where.ok) return where
    await ensureGrant(tx, 'installation', { staffId, ...where.value, now })
  }
  return yes(undefined)
}
