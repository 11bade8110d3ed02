import { type Db, sql } from '#platform'

export interface NewCode {
  contact: string
  hash: Buffer
  now: Temporal.Instant
  expiresAt: Temporal.Instant
  /** An earlier code must be at least from then. */
  notSince: Temporal.Instant
}

/** Replaces the contact's code. False when the last one is too young. */
export async function putCode(
  db: Db,
  { contact, hash, now, expiresAt, notSince }: NewCode,
): Promise<boolean> {
  const put = await db.run(sql`
    insert into sign_in_codes (contact, code_hash, tries, created_at, expires_at)
    values (${contact}, ${hash}, 0, ${now}, ${expiresAt})
    on conflict (contact) do update
      set code_hash = excluded.code_hash, tries = 0, created_at = excluded.created_at, expires_at = excluded.expires_at
      where sign_in_codes.created_at <= ${notSince}`)
  return put === 1
}

/** Counts a try before it is checked; nothing comes back when there is no code with tries and time left. */
export const countTry = (db: Db, contact: string, most: number, now: Temporal.Instant) =>
  db.row<{ hash: Buffer }>(sql`
    update sign_in_codes set tries = tries + 1
    where contact = ${contact} and tries < ${most} and expires_at > ${now}
    returning code_hash as hash`)

/** Codes whose time is over: with them goes the last trace of contacts that never signed in. */
export const removeExpired = (db: Db, now: Temporal.Instant) =>
  db.run(sql`delete from sign_in_codes where expires_at <= ${now}`)

/** Uses a code up. False when somebody else was first. */
export const takeCode = async (db: Db, contact: string, hash: Buffer): Promise<boolean> =>
  (await db.run(sql`delete from sign_in_codes where contact = ${contact} and code_hash = ${hash}`)) === 1
