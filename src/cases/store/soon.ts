import { type Db, join, json, type Sql, sql } from '#platform'
import type { Reacher } from '../model/reach.ts'
import { UNANSWERED } from '../model/stages.ts'
import { CLOCK_HOLDER } from '../model/state.ts'
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
  /** What reaches its next rung until then is soon late: of the central office, and of each entity by id. */
  horizon: Temporal.Instant
  horizons: Readonly<Record<string, Temporal.Instant>>
  limit: number
}

/** Late and soon late, by the time that is left: only what is somebody's turn, or all within reach. */
export async function lateAndSoon(
  db: Db,
  { officer, now, horizon, horizons, limit }: Soon,
  turns: readonly Turn[] | 'reach',
): Promise<SoonCase[]> {
  const ways: Sql[][] =
    turns === 'reach'
      ? [[sql`c.stage = any(${[...UNANSWERED, 'objected']})`]]
      : turns.map((turn) => [sql`c.stage = ${turn.stage}`, ...turnIs(turn, officer, now)])
  if (ways.length === 0) return []
  const ofClock = sql`
    case when c.clock = any(${BY_ENTITY}) then coalesce((${json(horizons)}::jsonb ->> c.entity_id)::timestamptz, ${horizon})
         else ${horizon} end`
  const found = ways.map(
    (conditions) => sql`
      (select c.id from cases c
        where c.stage <> 'closed' and ${join(conditions, ' and ')} and ${reach(officer)}
          and (c.clock_due <= ${now} or c.next_act_at <= ${ofClock})
        order by c.clock_due, c.id limit ${limit})`,
  )
  return db.rows<SoonCase>(sql`
    select l.*, c.next_act_at as "nextActAt"
      from (${lines}) l join cases c on c.id = l.id join (${join(found, ' union ')}) f on f.id = l.id
     order by c.clock_due, c.id limit ${limit}`)
}

/** Clocks that count the entity's own working days. */
const BY_ENTITY = Object.entries(CLOCK_HOLDER).flatMap(([clock, holder]) =>
  holder === 'entity' ? [clock] : [],
)
