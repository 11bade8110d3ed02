import { newId, no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { type Author, mayConfigure } from '../model/officer.ts'
import { type NameRefusal, personName } from '../model/person-name.ts'
import { type Named, type ScopeRefusal, scopeFor } from '../model/roles.ts'
import { newBearer, tokenHash } from '../model/session.ts'
import * as staff from '../store/staff.ts'
import { addToken } from '../store/tokens.ts'
import { ensureGrant } from './grant-role.ts'
import type { Tools } from './tools.ts'

export interface NewToken extends Named {
  readonly role: string
  /** The outside program, by which its tokens belong together. */
  readonly name: string
}

export type TokenRefusal = 'not-allowed' | 'program-disabled' | NameRefusal | ScopeRefusal

/**
 * A bearer token for an outside program, good for one role on one scope. The program and its grant are made
 * when they are new. The token is returned once; only its hash is kept.
 */
export async function createToken(
  { db, clock }: Tools,
  by: Author,
  { role, name: typed, ...named }: NewToken,
): Promise<Result<{ token: string }, TokenRefusal>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const name = personName(typed)
  if (!name.ok) return name
  const where = scopeFor(role, named)
  if (!where.ok) return where
  const now = clock.now()
  return db.transaction(async (tx) => {
    const program = await programOf(tx, name.value, now)
    if (!program.active) return no('program-disabled', { name: name.value })
    const grant = await ensureGrant(tx, by, { staffId: program.id, ...where.value, now })
    const token = newBearer()
    await addToken(tx, {
      hash: tokenHash(token),
      staffId: program.id,
      grantId: grant.id,
      name: name.value,
      now,
    })
    return yes({ token })
  })
}

async function programOf(
  tx: Db,
  name: string,
  now: Temporal.Instant,
): Promise<{ id: string; active: boolean }> {
  await staff.lockPrograms(tx)
  const found = await staff.findProgram(tx, name)
  if (found) return found
  const id = newId()
  await staff.addStaff(tx, {
    id,
    name,
    email: null,
    passwordHash: null,
    totpSecret: null,
    language: 'ar',
    now,
  })
  return { id, active: true }
}
