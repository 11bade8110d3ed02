import { isId, newId, no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { type Author, authorId, mayConfigure } from '../model/officer.ts'
import { type Named, type ScopeRefusal, type StaffRole, scopeFor, type Where } from '../model/roles.ts'
import { addGrant, findGrant } from '../store/grants.ts'
import { findStaff } from '../store/staff.ts'
import type { Tools } from './tools.ts'

export interface NewGrant extends Named {
  readonly staffId: string
  readonly role: string
  /** When it begins; now when left out. */
  readonly from?: Temporal.Instant
  /** When the right ends by itself; open-ended when left out. */
  readonly until?: Temporal.Instant
}

export type GrantRefusal =
  | 'not-allowed'
  | 'not-found'
  | 'not-to-yourself'
  | 'grant-already-over'
  | ScopeRefusal

/**
 * Grants a role on a scope; the same grant twice is one. Whether the sector, entity or unit exists is the
 * caller's to check. Nobody extends their own rights: an administrator sees no case until another one says so.
 */
export async function grantRole(
  { db, clock }: Tools,
  by: Author,
  { staffId, role, from, until, ...named }: NewGrant,
): Promise<Result<{ id: string }, GrantRefusal>> {
  if (!mayConfigure(by)) return no('not-allowed')
  if (authorId(by) === staffId) return no('not-to-yourself')
  const where = scopeFor(role, named)
  if (!where.ok) return where
  const now = clock.now()
  const begins = from && Temporal.Instant.compare(from, now) > 0 ? from : now
  if (until && Temporal.Instant.compare(until, begins) <= 0) return no('grant-already-over')
  return db.transaction(async (tx) => {
    if (!isId(staffId) || !(await findStaff(tx, staffId))) return no('not-found')
    return yes(await ensureGrant(tx, by, { staffId, ...where.value, now: begins, until }))
  })
}

type Wanted = Where & {
  staffId: string
  role: StaffRole
  now: Temporal.Instant
  until?: Temporal.Instant | undefined
}

/** The grant in force, or a new one. The caller holds the staff row, so that two at once make one. */
export async function ensureGrant(tx: Db, by: Author, { until = undefined, now, ...wanted }: Wanted) {
  const scopeId = wanted.scopeId ?? null
  const found = until ? undefined : await findGrant(tx, { ...wanted, scopeId }, now)
  if (found) return found
  const id = newId()
  await addGrant(tx, { ...wanted, id, scopeId, validFrom: now, validTo: until ?? null }, authorId(by))
  return { id }
}
