import { type Db, sql } from '#platform'

/** The open cases that an entity has, held until the transaction ends; in the order of their ids, as every sweep. */
export const lockOpenOf = (tx: Db, entityId: string) =>
  tx.rows<{ id: string }>(sql`
    select id from cases where entity_id = ${entityId} and stage <> 'closed' order by id for update`)

/** One-time links that were sent for an entity and not used: none of them opens anything from now on. */
export const endLinksOf = (tx: Db, entityId: string, now: Temporal.Instant) =>
  tx.run(sql`
    update entity_links set expires_at = ${now}
     where entity_id = ${entityId} and used_at is null and expires_at > ${now}`)

/** How many open cases an entity has: a number, for those who may not read a case. */
export async function countOpenOf(db: Db, entityId: string): Promise<number> {
  const row = await db.row<{ open: number }>(sql`
    select count(*) as open from cases where entity_id = ${entityId} and stage <> 'closed'`)
  return row?.open ?? 0
}
