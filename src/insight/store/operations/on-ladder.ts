import { type Db, type Sql, sql } from '#platform'
import type { Listed } from '../../model/behind/listed.ts'
import { LEVELS, type RoomList } from '../../model/operations/board.ts'
import { CLIMBED, endingWithin, HEIGHT, HOLDER } from './ladder.ts'

/** What lies behind one number of the room. */
export interface OnLadder {
  list: RoomList
  now: Temporal.Instant
  /** Until when what is due counts as due soon. */
  until: Temporal.Instant
  /** '' stands for the central office's own work; undefined for everything. */
  entities?: readonly string[]
}

/** A page of the cases behind a number, the one that is due first on top. */
export const onLadder = (db: Db, wanted: OnLadder, after: Listed | undefined, limit: number) =>
  db.rows<Listed>(sql`
    select "caseId", at, 0 as nth from (${rowsOf(wanted)}) each
     where ${isOf(wanted)}
       and ${after ? sql`(at, "caseId") > (${after.at}::timestamptz, ${after.caseId}::uuid)` : sql`true`}
     order by at, "caseId" limit ${limit}`)

/** As many as the wall says. */
export const countOnLadder = async (db: Db, wanted: OnLadder): Promise<number> => {
  const row = await db.row<{ n: number }>(sql`
    select count(*) as n from (${rowsOf(wanted)}) each where ${isOf(wanted)}`)
  return row?.n ?? 0
}

const isOf = ({ entities }: OnLadder): Sql =>
  entities ? sql`entity = any(${[...entities]}::text[])` : sql`true`

const rowsOf = ({ list, now, until }: OnLadder): Sql =>
  list === 'soon'
    ? sql`select c.id as "caseId", c.clock_due as at, ${HOLDER} as entity from ${endingWithin(now, until)}`
    : sql`
    select c.id as "caseId", coalesce(c.clock_due, c.received_at) as at, ${HOLDER} as entity from ${CLIMBED}
     group by c.id having ${HEIGHT} = ${LEVELS.indexOf(list) + 1}`
