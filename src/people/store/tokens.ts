import { type Db, sql } from '#platform'
import type { Language } from '../model/officer.ts'
import type { Scope, StaffRole } from '../model/roles.ts'

export interface TokenRow {
  id: string
  name: string
  language: Language
  grantId: string
  role: StaffRole
  scope: Scope
  scopeId: string | null
}

/** The program behind a token and the one grant it may use, if both are still in force. */
export async function findToken(db: Db, hash: Buffer, now: Temporal.Instant) {
  return db.row<TokenRow>(sql`
    select staff.id, staff.name, staff.language, g.id as "grantId", g.role, g.scope, g.scope_id as "scopeId"
    from api_tokens t
    join staff on staff.id = t.staff_id and staff.active
    join grants g on g.id = t.grant_id and g.valid_from <= ${now} and (g.valid_to is null or g.valid_to > ${now})
    where t.token_hash = ${hash} and t.revoked_at is null`)
}

export interface NewToken {
  hash: Buffer
  staffId: string
  grantId: string
  name: string
  now: Temporal.Instant
}

export async function addToken(db: Db, { hash, staffId, grantId, name, now }: NewToken) {
  await db.run(sql`
    insert into api_tokens (token_hash, staff_id, grant_id, name, created_at)
    values (${hash}, ${staffId}, ${grantId}, ${name}, ${now})`)
}

export const revokeTokensOf = (db: Db, staffId: string, now: Temporal.Instant) =>
  db.run(sql`update api_tokens set revoked_at = ${now} where staff_id = ${staffId} and revoked_at is null`)

export interface ListedToken {
  /** The hash of the secret, which tells nothing of it. */
  id: string
  staffId: string
  /** The program. */
  name: string
  role: StaffRole
  scope: Scope
  scopeId: string | null
  createdAt: Temporal.Instant
  /** When it stopped working: revoked, or its right ended. */
  endedAt: Temporal.Instant | null
}

/** Every token ever made, those that work first. */
export const listTokens = (db: Db, now: Temporal.Instant) =>
  db.rows<ListedToken>(sql`
    select encode(t.token_hash, 'hex') as id, t.staff_id as "staffId", t.name, g.role, g.scope,
           g.scope_id as "scopeId", t.created_at as "createdAt",
           least(t.revoked_at, case when g.valid_to <= ${now} then g.valid_to end) as "endedAt"
    from api_tokens t join grants g on g.id = t.grant_id
    order by "endedAt" desc nulls first, t.created_at desc, id`)

/** False when there is no such token, or it was revoked before. */
export const revokeToken = async (db: Db, id: string, now: Temporal.Instant): Promise<boolean> =>
  (await db.run(sql`
    update api_tokens set revoked_at = ${now}
    where token_hash = decode(${id}, 'hex') and revoked_at is null`)) === 1
