import type { Db } from '#platform'
import type { Scope, StaffRole } from '../model/roles.ts'
import { holders, type NamedStaff } from '../store/staff.ts'

/** Who may be chosen for a role on any of these scopes now, by name: the handlers of an entity and its units. */
export const staffHolding = (
  db: Db,
  role: StaffRole,
  scope: Exclude<Scope, 'nation'>,
  scopeIds: readonly string[],
  now: Temporal.Instant,
): Promise<NamedStaff[]> => holders(db, role, scope, [...scopeIds], now)
