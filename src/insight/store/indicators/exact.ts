import { type Db, empty, join, raw, type Sql, sql } from '#platform'
import { DIMENSIONS, type Dimension } from '../../model/roll-ups/cubes.ts'
import type { Key as AnyKey } from '../roll-ups/slice.ts'

type Key = Exclude<AnyKey, 'governorate'>

/** Which cases: received in [from, to), and for each dimension the value that must stand in it. */
export interface Chosen {
  from?: Temporal.Instant
  to?: Temporal.Instant
  entity?: string
  category?: string
  place?: string
  type?: string
  channel?: string
  source?: string
}

/** What was counted of the cases that share a key; the definitions stand in model/indicators/query.ts. */
export interface Counted {
  key: string | null
  received: number
  answered: number
  closed: number
  open: number
  overdue: number
  onTime: number
  medianHours: number | null
  p90Hours: number | null
  refused: number
  withdrawn: number
  unanswered: number
  merged: number
  complaints: number
  recurring: number
  bounced: number
  returned: number
  reopened: number
  rated: number
  meanSolved: number | null
  meanRespect: number | null
}

/**
 * Counts the cases themselves, for questions that no roll-up answers: a moment within a day, things as they stood, or
 * several dimensions at once. Without `by` there is one row, also when there is no case.
 *
 * @param zone in which months and years begin
 */
export const countCases = (
  db: Db,
  chosen: Chosen,
  by: Key | undefined,
  asOf: Temporal.Instant,
  zone: string,
) =>
  db.rows<Counted>(sql`
    with chosen as (
      select ${keyOf(by, zone)} as key, answer_by, outcome, merged, type, recurring, bounces, returns, reopens, solved, respect,
             answered_at <= ${asOf} as answered, closed_at <= ${asOf} as closed, answered_at <= answer_by as in_time,
             extract(epoch from answered_at - received_at) / 3600 as hours
        from case_figures where received_at <= ${asOf} and ${join(conditions(chosen), ' and ')}
    )
    select ${by ? sql`key` : sql`'all'`} as key, count(*) as received,
           count(*) filter (where answered) as answered,
           count(*) filter (where closed) as closed,
           count(*) filter (where closed is not true) as open,
           count(*) filter (where closed is not true and answer_by < ${asOf}) as overdue,
           count(*) filter (where answered and in_time) as "onTime",
           round((percentile_cont(0.5) within group (order by hours) filter (where answered))::numeric, 2) as "medianHours",
           round((percentile_cont(0.9) within group (order by hours) filter (where answered))::numeric, 2) as "p90Hours",
           count(*) filter (where closed and outcome = 'refused') as refused,
           count(*) filter (where closed and outcome = 'withdrawn') as withdrawn,
           count(*) filter (where closed and outcome = 'no-answer') as unanswered,
           count(*) filter (where merged) as merged,
           count(*) filter (where type = 'complaint') as complaints,
           count(*) filter (where recurring) as recurring,
           count(*) filter (where bounces > 0) as bounced,
           count(*) filter (where returns > 0) as returned,
           count(*) filter (where reopens > 0) as reopened,
           count(solved) as rated,
           round(avg(solved), 2) as "meanSolved",
           round(avg(respect), 2) as "meanRespect"
      from chosen ${by ? sql`group by key` : empty}`)

export interface Keyed {
  key: string
  n: number
}

/** Of those still open, how many are past the date told to the resident; reads the open ones alone. */
export const overdueAt = (db: Db, chosen: Chosen, by: Key | undefined, at: Temporal.Instant, zone: string) =>
  db.rows<Keyed>(sql`
    select coalesce(${keyOf(by, zone)}, 'all') as key, count(*) as n from case_figures
     where closed_at is null and answer_by < ${at} and ${join(conditions(chosen), ' and ')}
     group by 1`)

/** The case that stands at a place (0 is the first) among those in one bin, by how long its answer took. */
export interface Ranked {
  key: string
  bin: number
  rank: number
  hours: number
}

export const hoursAt = (
  db: Db,
  chosen: Chosen,
  by: Key | undefined,
  zone: string,
  wanted: { key: string; bin: number; rank: number }[],
) =>
  db.rows<Ranked>(sql`
    with wanted as (
      select * from unnest(${wanted.map(({ key }) => key)}::text[], ${wanted.map(({ bin }) => bin)}::int[],
                           ${wanted.map(({ rank }) => rank)}::int[]) as w (key, bin, rank)
    ), ranked as (
      select coalesce(${keyOf(by, zone)}, 'all') as key, answer_bin as bin,
             extract(epoch from answered_at - received_at) / 3600 as hours,
             row_number() over (partition by ${keyOf(by, zone)}, answer_bin order by answered_at - received_at) - 1 as rank
        from case_figures
       where answer_bin = any(${[...new Set(wanted.map(({ bin }) => bin))]}::int[]) and ${join(conditions(chosen), ' and ')}
    )
    select r.key, r.bin, r.rank, r.hours from ranked r join wanted using (key, bin, rank)`)

const conditions = ({ from, to, ...chosen }: Chosen): Sql[] => [
  sql`generation = (select generation from rollup_generation)`,
  ...(from ? [sql`received_at >= ${from}`] : []),
  ...(to ? [sql`received_at < ${to}`] : []),
  ...DIMENSIONS.flatMap((each) =>
    chosen[each] === undefined ? [] : [sql`${COLUMNS[each]} = ${chosen[each]}`],
  ),
]

const COLUMNS = Object.fromEntries(DIMENSIONS.map((each) => [each, raw(each)])) as Record<Dimension, Sql>

function keyOf(by: Key | undefined, zone: string): Sql {
  if (by === undefined) return sql`null::text`
  if (by === 'month') return sql`to_char(received_at at time zone ${zone}, 'YYYY-MM')`
  if (by === 'year') return sql`to_char(received_at at time zone ${zone}, 'YYYY')`
  return COLUMNS[by]
}
