import { type Db, sql } from '#platform'
import { cells } from './slice.ts'

/** Received and answered where they are told apart most; '' for cases that have none. */
export interface Counted {
  entity: string
  category: string
  place: string
  received: number
  answered: number
}

/**
 * Counts of days in [from, to) by entity, category and place, from the cells that keep everything. As many rows as
 * there are combinations: for a week, not for a year.
 */
export const countedBetween = (db: Db, from: Temporal.PlainDate, to: Temporal.PlainDate) =>
  db.rows<Counted>(sql`
    select entity, category, place, sum(received)::bigint as received, sum(answered)::bigint as answered
      from ${whole(from, to)} each
     group by 1, 2, 3 having sum(received) <> 0 or sum(answered) <> 0`)

/**
 * Received: on a day for a category, on a day for a place, or in a week for both. Numbers of days and of weeks since
 * the first day: there are a hundred thousand rows, and a date is dear to read.
 */
export interface ReceivedOn {
  day: number | null
  week: number | null
  category: string | null
  place: string | null
  received: number
}

/**
 * What the series of categories and of governorates are made of, day by day, and week by week those of both together,
 * in one reading of the cells that keep everything. Days in [from, to).
 *
 * @param places each place with the governorate that it counts for
 */
export const receivedOver = (
  db: Db,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  places: ReadonlyMap<string, string>,
) =>
  db.rows<ReceivedOn>(sql`
    select day, week, category, place, sum(received)::bigint as received
      from (select d.day - ${from}::date as day, (d.day - ${from}::date) / 7 as week, d.category,
                   coalesce(p.governorate, '') as place, d.received
              from ${whole(from, to)} d
              left join unnest(${[...places.keys()]}::text[], ${[...places.values()]}::text[]) p (place, governorate)
                using (place)
             where d.received <> 0) each
     group by grouping sets ((day, category), (day, place), (week, category, place))`)

/** The cells that tell everything apart, day by day. */
const whole = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
  cells({ basis: 'happened', from, to }, undefined, 'day', ['entity', 'category', 'place'])
