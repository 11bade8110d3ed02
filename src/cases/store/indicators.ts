import { type Db, empty, join, type Sql, sql } from '#platform'
import type { Facet, IndicatorsQuery } from '../model/indicators.ts'

/** What was counted of the cases that share a key; the definitions stand in model/indicators.ts. */
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
  bounced: number
  returned: number
  reopened: number
  rated: number
  meanSolved: number | null
  meanRespect: number | null
}

/**
 * Counts cases, in one statement and from the cases themselves. A part of a split case is not counted beside
 * its whole. Without `by` there is one row, also when there is no case.
 *
 * @param zone in which months and years begin
 */
export const count = (db: Db, query: IndicatorsQuery & { asOf: Temporal.Instant }, zone: string) =>
  db.rows<Counted>(sql`
    with chosen as (
      select ${keyOf(query.by, zone)} as key, c.answer_by, c.outcome, c.merged_into, c.bounces, c.returns, c.reopens,
             c.solved, c.respect,
             a.at <= ${query.asOf} as answered,
             coalesce(a.at, c.closed_at) <= ${query.asOf} as closed,
             a.at <= c.answer_by as in_time,
             extract(epoch from a.at - c.received_at) / 3600 as hours
        from cases c,
             -- Older systems knew when a case was closed, not when it was answered.
             lateral (select coalesce(c.answered_at, case when c.source is not null
                and coalesce(c.outcome, '') not in ('withdrawn', 'no-answer') then c.closed_at end)) a (at)
       where c.parent_id is null and c.received_at <= ${query.asOf} and ${join(conditions(query), ' and ')}
    )
    select ${query.by ? sql`key` : sql`'all'`} as key, count(*) as received,
           count(*) filter (where answered) as answered,
           count(*) filter (where closed) as closed,
           count(*) filter (where closed is not true) as open,
           count(*) filter (where closed is not true and answer_by < ${query.asOf}) as overdue,
           count(*) filter (where answered and in_time) as "onTime",
           round((percentile_cont(0.5) within group (order by hours) filter (where answered))::numeric, 2) as "medianHours",
           round((percentile_cont(0.9) within group (order by hours) filter (where answered))::numeric, 2) as "p90Hours",
           count(*) filter (where closed and outcome = 'refused') as refused,
           count(*) filter (where closed and outcome = 'withdrawn') as withdrawn,
           count(*) filter (where closed and outcome = 'no-answer') as unanswered,
           count(*) filter (where merged_into is not null) as merged,
           count(*) filter (where bounces > 0) as bounced,
           count(*) filter (where returns > 0) as returned,
           count(*) filter (where reopens > 0) as reopened,
           count(solved) as rated,
           round(avg(solved), 2) as "meanSolved",
           round(avg(respect), 2) as "meanRespect"
      from chosen
    ${query.by ? sql`group by key order by ${ORDER[query.by] ?? sql`received desc, key`}` : empty}`)

const ORDER: Partial<Record<Facet, Sql>> = { month: sql`key`, year: sql`key` }

function conditions({ entity, category, type, channel, source, from, to }: IndicatorsQuery): Sql[] {
  return [
    sql`true`,
    ...(entity ? [sql`c.entity_id = ${entity}`] : []),
    ...(category ? [sql`c.category_id = ${category}`] : []),
    ...(type ? [sql`c.type = ${type}`] : []),
    ...(channel ? [sql`c.channel = ${channel}`] : []),
    ...(source ? [sql`c.source = ${source}`] : []),
    ...(from ? [sql`c.received_at >= ${from}`] : []),
    ...(to ? [sql`c.received_at < ${to}`] : []),
  ]
}

function keyOf(by: Facet | undefined, zone: string): Sql {
  switch (by) {
    case undefined:
      return sql`null::text`
    case 'entity':
      return sql`c.entity_id`
    case 'category':
      return sql`c.category_id`
    case 'type':
      return sql`c.type`
    case 'channel':
      return sql`c.channel`
    case 'place':
      return sql`c.place_id`
    case 'month':
      return sql`to_char(c.received_at at time zone ${zone}, 'YYYY-MM')`
    case 'year':
      return sql`to_char(c.received_at at time zone ${zone}, 'YYYY')`
  }
}
