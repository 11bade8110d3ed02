import { type Db, sql } from '#platform'
import type { Grant, Language } from '../model/officer.ts'

export interface SessionRow {
  confirmedAt: Temporal.Instant
  staffId: string | null
  residentId: string | null
  name: string | null
  language: Language
  phone: string | null
  email: string | null
  grants: Grant[]
}

export interface Moments {
  now: Temporal.Instant
  /** When the grants must be in force. */
  grantedAt: Temporal.Instant
  /** Staff not seen since are signed out. */
  idleSince: Temporal.Instant
  /** A session seen before this moment is marked as seen again. */
  seenBefore: Temporal.Instant
}

/** Everything a page must know about its visitor, in one statement. */
export async function findSession(db: Db, hash: Buffer, { now, grantedAt, idleSince, seenBefore }: Moments) {
  return db.row<SessionRow>(sql`
    with live as (
      select s.token_hash, s.confirmed_at, s.seen_at, s.staff_id, s.resident_id
      from sessions s left join staff on staff.id = s.staff_id
      where s.token_hash = ${hash} and s.confirmed_at is not null and s.expires_at > ${now}
        and (s.staff_id is null or (staff.active and s.seen_at > ${idleSince}))
    ), seen as (
      update sessions set seen_at = ${now} from live
      where sessions.token_hash = live.token_hash and live.seen_at < ${seenBefore}
    )
    select live.confirmed_at as "confirmedAt", live.staff_id as "staffId", live.resident_id as "residentId",
           coalesce(staff.name, residents.name) as name,
           coalesce(staff.language, residents.language) as language,
           residents.phone, residents.email,
           (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                     'id', g.id, 'role', g.role, 'scope', g.scope, 'scopeId', g.scope_id)) order by g.id), '[]')
            from grants g
            where g.staff_id = live.staff_id and g.valid_from <= ${grantedAt}
              and (g.valid_to is null or g.valid_to > ${grantedAt})) as grants
    from live
    left join staff on staff.id = live.staff_id
    left join residents on residents.id = live.resident_id`)
}

export interface NewSession {
  hash: Buffer
  staffId?: string
  residentId?: string
  confirmedAt: Temporal.Instant | null
  now: Temporal.Instant
  expiresAt: Temporal.Instant
}

export async function addSession(
  db: Db,
  { hash, staffId, residentId, confirmedAt, now, expiresAt }: NewSession,
) {
  await db.run(sql`
    insert into sessions (token_hash, staff_id, resident_id, confirmed_at, created_at, seen_at, expires_at)
    values (${hash}, ${staffId ?? null}, ${residentId ?? null}, ${confirmedAt}, ${now}, ${now}, ${expiresAt})`)
}

/** Whose password was right but whose second factor is still missing. */
export async function pendingStaff(db: Db, hash: Buffer, now: Temporal.Instant) {
  const row = await db.row<{ staffId: string }>(sql`
    select staff_id as "staffId" from sessions
    where token_hash = ${hash} and confirmed_at is null and staff_id is not null and expires_at > ${now}`)
  return row?.staffId
}

export const removeSession = (db: Db, hash: Buffer) =>
  db.run(sql`delete from sessions where token_hash = ${hash}`)

/** Signs a member of staff out everywhere, except where `kept` says. */
export const removeSessionsOf = (db: Db, staffId: string, kept?: Buffer) =>
  db.run(sql`
    delete from sessions
    where staff_id = ${staffId} and (${kept ?? null}::bytea is null or token_hash <> ${kept ?? null}::bytea)`)

/** Sessions whose time is over; swept now and then so that the table stays small. */
export const removeExpired = (db: Db, now: Temporal.Instant) =>
  db.run(sql`delete from sessions where expires_at <= ${now}`)
