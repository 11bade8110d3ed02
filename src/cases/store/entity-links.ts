import { type Db, sql } from '#platform'

export interface EntityLink {
  caseId: string
  entity: string
  createdBy: string | null
  createdAt: Temporal.Instant
  expiresAt: Temporal.Instant
  openedAt: Temporal.Instant | null
  usedAt: Temporal.Instant | null
}

const columns = sql`
  l.case_id as "caseId", l.entity_id as entity, s.name as "createdBy", l.created_at as "createdAt",
  l.expires_at as "expiresAt", l.opened_at as "openedAt", l.used_at as "usedAt"`

/** The link behind a secret as long as it is good: unused, unexpired, and the case still with that entity. */
export const goodLink = (db: Db, tokenHash: Buffer, now: Temporal.Instant) =>
  db.row<EntityLink>(sql`
    select ${columns} from entity_links l
      join cases c on c.id = l.case_id and c.entity_id = l.entity_id and c.stage = 'with-entity'
      left join staff s on s.id = l.created_by
     where l.token_hash = ${tokenHash} and l.used_at is null and l.expires_at > ${now}`)

/** The last link of a case, good or not. */
export const latestLink = (db: Db, caseId: string) =>
  db.row<EntityLink>(sql`
    select ${columns} from entity_links l left join staff s on s.id = l.created_by
     where l.case_id = ${caseId} order by l.created_at desc limit 1`)

export const addLink = (
  tx: Db,
  link: {
    tokenHash: Buffer
    caseId: string
    entity: string
    by: string
    now: Temporal.Instant
    expiresAt: Temporal.Instant
  },
) =>
  tx.run(sql`
    insert into entity_links (token_hash, case_id, entity_id, created_by, created_at, expires_at)
    values (${link.tokenHash}, ${link.caseId}, ${link.entity}, ${link.by}, ${link.now}, ${link.expiresAt})`)

/** Ends every link of a case that is still good. @returns how many */
export const endLinks = (tx: Db, caseId: string, now: Temporal.Instant) =>
  tx.run(sql`
    update entity_links set expires_at = ${now}
     where case_id = ${caseId} and used_at is null and expires_at > ${now}`)

export const markOpened = (db: Db, tokenHash: Buffer, now: Temporal.Instant) =>
  db.run(
    sql`update entity_links set opened_at = ${now} where token_hash = ${tokenHash} and opened_at is null`,
  )

/** Uses a link up. @returns 0 when it was not good any more */
export const useLink = (tx: Db, tokenHash: Buffer, now: Temporal.Instant) =>
  tx.run(sql`
    update entity_links set used_at = ${now}
     where token_hash = ${tokenHash} and used_at is null and expires_at > ${now}`)
