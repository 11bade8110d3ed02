import { type Db, sql } from '#platform'

/** @param who an officer's id, `reporter`, `room` or `operator` */
export async function record(
  db: Db,
  day: Temporal.PlainDate,
  who: string,
  what: string,
  report?: Buffer,
): Promise<void> {
  await db.run(sql`
    insert into sealed.audit (day, who, what, report) values (${day}, ${who}, ${what}, ${report ?? null})`)
}

export const historyOf = (db: Db, report: Buffer) =>
  db.rows<{ day: Temporal.PlainDate; who: string; what: string }>(sql`
    select day, who, what from sealed.audit where report = ${report} order by seq`)
