import { type Db, sql } from '#platform'
import type { Scope, StaffRole } from '../model/roles.ts'

export interface GrantRow {
  id: string
  staffId: string
  role: StaffRole
  scope: Scope
  scopeId: string | null
  validFrom: Temporal.Instant
  validTo: Temporal.Instant | null
}

/** The grant in force for exactly this role on exactly this scope. */
export const findGrant = (
  db: Db,
  { staffId, role, scope, scopeId }: Pick<GrantRow, 'staffId' | 'role' | 'scope' | 'scopeId'>,
  now: Temporal.Instant,
) =>
  db.row<{ id: string }>(sql`
    select id from grants
    where staff_id = ${staffId} and role = ${role} and scope = ${scope} and scope_id is not distinct from ${scopeId}
      and valid_from <= ${now} and valid_to is null
    limit 1`)

export const addGrant = (db: Db, grant: GrantRow, by: string | null) =>
  db.run(sql`
    insert into grants (id, staff_id, role, scope, scope_id, valid_from, valid_to, granted_by)
    values (${grant.id}, ${grant.staffId}, ${grant.role}, ${grant.scope}, ${grant.scopeId}, ${grant.validFrom},
            ${grant.validTo}, ${by})`)

/** Ends a grant that is still in force; the row stays, so that past rights stay answerable. */
export const endGrant = (db: Db, id: string, now: Temporal.Instant) =>
  db.row<{ staffId: string }>(sql`
    update grants set valid_to = greatest(valid_from, ${now}::timestamptz)
    where id = ${id} and (valid_to is null or valid_to > ${now})
    returning staff_id as "staffId"`)

export interface PastGrant extends GrantRow {
  /** Who gave it; null when the installation did, as it was set up. */
  grantedBy: string | null
}

/** Every grant a person ever held, newest first. */
export const grantsEver = (db: Db, staffId: string) =>
  db.rows<PastGrant>(sql`
    select id, staff_id as "staffId", role, scope, scope_id as "scopeId", valid_from as "validFrom",
           valid_to as "validTo", granted_by as "grantedBy"
    from grants where staff_id = ${staffId} order by valid_from desc, id`)

/** The rights that were given last, whoever holds them. */
export const latestGrants = (db: Db, limit: number) =>
  db.rows<PastGrant>(sql`
    select id, staff_id as "staffId", role, scope, scope_id as "scopeId", valid_from as "validFrom",
           valid_to as "validTo", granted_by as "grantedBy"
    from grants order by valid_from desc, id limit ${limit}`)
