import { type Db, sql } from '#platform'

/** How far a mailbox was read. Numbers of letters count only within one validity (RFC 9051, UIDVALIDITY). */
export interface MailboxPlace {
  validity: string
  lastUid: number
}

export const placeIn = (db: Db, name: string) =>
  db.row<MailboxPlace>(sql`
    select validity, last_uid as "lastUid" from mailboxes where name = ${name}`)

export const keepPlace = (db: Db, name: string, { validity, lastUid }: MailboxPlace, at: Temporal.Instant) =>
  db.run(sql`
    insert into mailboxes (name, validity, last_uid, looked_at) values (${name}, ${validity}, ${lastUid}, ${at})
    on conflict (name) do update set validity = excluded.validity, last_uid = excluded.last_uid,
                                     looked_at = excluded.looked_at, fault = null`)

/** Why the mailbox could not be read: a code, never what a server said. */
export const keepFault = (db: Db, name: string, fault: string, at: Temporal.Instant) =>
  db.run(sql`
    insert into mailboxes (name, validity, last_uid, looked_at, fault) values (${name}, '', 0, ${at}, ${fault})
    on conflict (name) do update set looked_at = excluded.looked_at, fault = excluded.fault`)

export const listMailboxes = (db: Db) =>
  db.rows<{ name: string; lookedAt: Temporal.Instant; fault: string | null }>(sql`
    select name, looked_at as "lookedAt", fault from mailboxes order by name`)

/** Held until the transaction ends: two readers take turns, letter by letter. */
export const lockPlace = (tx: Db, name: string) =>
  tx.row<MailboxPlace>(sql`
    select validity, last_uid as "lastUid" from mailboxes where name = ${name} for update`)
