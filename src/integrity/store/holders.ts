import { type Db, sql } from '#platform'

type Day = Temporal.PlainDate

export async function addHolders(
  db: Db,
  report: Buffer,
  officers: readonly string[],
  day: Day,
): Promise<void> {
  await db.run(sql`
    insert into sealed.holders (report, officer, since)
    select ${report}, officer, ${day} from unnest(${[...officers]}::uuid[]) as officer
    on conflict do nothing`)
}

export const holdersOf = async (db: Db, report: Buffer): Promise<string[]> =>
  (
    await db.rows<{ officer: string }>(sql`
      select officer from sealed.holders where report = ${report} order by officer`)
  ).map(({ officer }) => officer)

export async function removeHolder(db: Db, report: Buffer, officer: string): Promise<void> {
  await db.run(sql`delete from sealed.holders where report = ${report} and officer = ${officer}`)
}

/** The officer has seen everything that is there now. */
export async function markSeen(db: Db, report: Buffer, officer: string): Promise<void> {
  await db.run(sql`
    update sealed.holders h set seen = i.last
      from (select max(seq) as last from sealed.items where report = ${report}) i
     where h.report = ${report} and h.officer = ${officer} and h.seen < i.last`)
}

export interface Ask {
  what: string
  officer: string
  day: Day
}

export const asksOf = (db: Db, report: Buffer): Promise<Ask[]> =>
  db.rows<Ask>(sql`select what, officer, day from sealed.asks where report = ${report}`)

export async function insertAsk(db: Db, report: Buffer, ask: Ask): Promise<void> {
  await db.run(sql`
    insert into sealed.asks (report, what, officer, day) values (${report}, ${ask.what}, ${ask.officer}, ${ask.day})`)
}

export async function removeAsk(db: Db, report: Buffer, what: string): Promise<boolean> {
  return (await db.run(sql`delete from sealed.asks where report = ${report} and what = ${what}`)) === 1
}
