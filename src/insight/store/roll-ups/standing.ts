import { type Db, empty, type Sql, sql } from '#platform'
import { BOUNDED_BY_DAY, type Dimension } from '../../model/roll-ups/cubes.ts'
import { dimensionNames } from './columns.ts'
import { BARS, type Histogram, type Histograms, spread } from './durations.ts'
import { asked, cells, joined, type Key, keyed, ofGeneration, type Slice, within } from './slice.ts'

/** What stands at the end of a slice, or now. */
export interface Standing {
  key: string
  open: number
  overdue: number
}

/** Those due from `now` until before `to` are not overdue yet, though the roll-ups hold their day already. */
export interface NotYetDue {
  now: Temporal.Instant
  to?: Temporal.Instant
}

/**
 * Open: received and not closed. Overdue: fell due and not closed late. Cases of which the date told to the resident
 * is still to come are taken off one by one, in the same statement: as many as a country owes in some weeks, however
 * long its history.
 */
export const sumStanding = (db: Db, slice: Slice, by: Key | undefined, notYet?: NotYetDue) =>
  db.rows<Standing>(sql`
    select ${keyed(by)} as key, coalesce(sum(received - closed), 0)::bigint as open,
           coalesce(sum(fell_due - closed_late), 0)::bigint as overdue
      from (select day, ${dimensionNames}, received, closed, fell_due, closed_late from ${cells(slice, by, 'month')} kept
            ${notYet ? sql`union all ${owed(slice, notYet)}` : empty}) each${joined(by)}
    ${by ? sql`group by 1` : empty}`)

const owed = ({ from: _, to: __, ...slice }: Slice, { now, to }: NotYetDue): Sql => sql`
    select ${now}::date, ${dimensionNames}, 0, 0, -1, 0 from case_figures
     where ${ofGeneration} and closed_at is null and answer_by >= ${now}
       and ${to ? sql`answer_by < ${to}` : sql`true`} and ${within(slice, sql`answer_by`)}`

/** Days that the cases open now have waited: 0 for those received today. */
export const sumAges = async (
  db: Db,
  slice: Slice,
  by: Key | undefined,
  { today, zone }: { today: Temporal.PlainDate; zone: string },
): Promise<Histograms> =>
  spread(
    await db.rows<Histogram>(sql`
      select key, ${BARS}
        from (select ${keyed(by)} as key, ${today}::date - day as bin, sum(still_open)::int as n
                from ${openByDay(slice, by, zone)} each${joined(by)}
               group by 1, 2 having sum(still_open) <> 0) bins
       group by 1`),
  )

/** From the cells where they are kept by the day and bounded; where more is told apart, from the open cases themselves. */
function openByDay(slice: Slice, by: Key | undefined, zone: string): Sql {
  if (
    BOUNDED_BY_DAY.some((kept: readonly Dimension[]) => asked(slice, by).every((each) => kept.includes(each)))
  )
    return cells(slice, by, 'day')
  return sql`(
    select (received_at at time zone ${zone})::date as day, ${dimensionNames}, 1 as still_open from case_figures
     where ${ofGeneration} and closed_at is null and ${within(slice, sql`received_at`)})`
}
