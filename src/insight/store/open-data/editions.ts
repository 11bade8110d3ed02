import { type Db, json, sql } from '#platform'
import type { TableName } from '../../model/open-data/columns.ts'
import type { Row, Shown } from '../../model/open-data/suppress.ts'

/** What an edition counted, nothing kept back; by table and key. */
export interface Counted {
  total: Row
  tables: Record<TableName, Record<string, Row>>
}

/** A line as everybody may read it. */
export interface ShownLine {
  key: string | null
  counts: Shown
  medianDays: number | null
}

/** What was published of a quarter, once and for all. */
export interface Edition {
  edition: number
  madeAt: Temporal.Instant
  /** Of the quarter, as they were counted. */
  received: number
  shown: { total: ShownLine; tables: Record<TableName, ShownLine[]> }
  counted: Counted
}

export const latest = (db: Db, period: string) =>
  db.row<Omit<Edition, 'counted'>>(sql`
    select edition, made_at as "madeAt", received, shown from published_quarters
     where period = ${period} order by edition desc limit 1`)

export const countedBefore = async (db: Db, period: string): Promise<Counted[]> =>
  (
    await db.rows<{ counted: Counted }>(sql`
      select counted from published_quarters where period = ${period} order by edition`)
  ).map(({ counted }) => counted)

/** Whoever comes first makes it. */
export const keep = (db: Db, period: string, { edition, madeAt, received, shown, counted }: Edition) =>
  db.run(sql`
    insert into published_quarters (period, edition, made_at, received, shown, counted)
    values (${period}, ${edition}, ${madeAt}, ${received}::bigint, ${json(shown)}::jsonb, ${json(counted)}::jsonb)
    on conflict do nothing`)

/** Whether history is being brought in, or was left half brought in. */
export const importing = async (db: Db): Promise<boolean> =>
  Boolean(await db.row(sql`select 1 as importing from imports where finished_at is null limit 1`))
