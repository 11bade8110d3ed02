import { type Db, join, type Sql, sql } from '#platform'
import type { Reacher } from '../model/reach.ts'
import { UNANSWERED } from '../model/stages.ts'
import type { Turn } from '../model/turn.ts'
import { type DeskCase, lines } from './desk-list.ts'
import { reach } from './reach.ts'
import { turnIs } from './turns.ts'

/** A case of the desk with when time next acts on it. */
export interface SoonCase extends DeskCase {
  nextActAt: Temporal.Instant | null
}

export interface Soon {
  officer: Reacher
  now: Temporal.Instant
  /** What reaches its next rung until then is soon late. */
  horizon: Temporal.Instant
  limit: number
}

/** Late and soon late, by the time that is left: only what is somebody's turn, or all within reach. */
export async function lateAndSoon(
  db: Db,
  { officer, now, horizon, limit }: Soon,
  turns: readonly Turn[] | 'reach',
): Promise<SoonCase[]> {
  const ways: Sql[][] =
    turns === 'reach'
      ? [[sql`c.stage = any(${[...UNANSWERED, 'objected']})`]]
      : turns.map((turn) => [sql`c.stage = ${turn.stage}`, ...turnIs(turn, officer, now)])
  if (ways.length === 0) return []
  const found = ways.map(
    (conditions) => sql`
      (select c.id from cases c
        where c.stage <> 'closed' and ${join(conditions, ' and ')} and ${reach(officer)}
          and (c.clock_due <= ${now} or c.next_act_at <= ${horizon})
        order by c.clock_due, c.id limit ${limit})`,
  )
  return db.rows<SoonCase>(sql`
    select l.*, c.next_act_at as "nextActAt"
      from (${lines}) l join cases c on c.id = l.id join (${join(found, ' union ')}) f on f.id = l.id
     order by c.clock_due, c.id limit ${limit}`)
}
