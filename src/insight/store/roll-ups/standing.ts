import { type Db, empty, type Sql, sql } from '#platform'
import { monthsInTheMiddle, toTheDay } from '../../model/roll-ups/ages.ts'
import { BOUNDED_BY_DAY, type Dimension } from '../../model/roll-ups/cubes.ts'
import { asHistograms, BARS, type Histograms, type Listed } from './bars.ts'
import { dimensionNames } from './columns.ts'
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

/**
 * Days that the cases open now have waited, 0 for those received today: to the day around the middle, by which the
 * median is exact; the others stand at the first of their month. A history of years is so read by its months.
 */
export async function sumAges(
  db: Db,
  slice: Slice,
  by: Key | undefined,
  { today, zone }: Today,
): Promise<Histograms> {
  if (!isBoundedByDay(slice, by)) return agesIn(db, openCases(slice, zone), by, today)
  const months = await agesIn(db, cells(slice, by, 'month'), by, today)
  const middle = monthsInTheMiddle(months.values(), today)
  if (!middle) return months
  const days = await agesIn(db, cells({ ...slice, ...middle }, by, 'day'), by, today)
  return new Map([...months].map(([key, bars]) => [key, toTheDay(bars, days.get(key) ?? [], middle, today)]))
}

interface Today {
  today: Temporal.PlainDate
  zone: string
}

const agesIn = async (db: Db, open: Sql, by: Key | undefined, today: Temporal.PlainDate) =>
  asHistograms(
    await db.rows<Listed>(sql`
      select key, ${BARS}
        from (select ${keyed(by)} as key, ${today}::date - day as bin, sum(still_open)::int as n
                from ${open} each${joined(by)} group by 1, 2 having sum(still_open) <> 0) bins
       group by 1`),
  )

/** Whether the cells by day of a cube that does not grow with the cases tell this apart. */
const isBoundedByDay = (slice: Slice, by: Key | undefined): boolean =>
  BOUNDED_BY_DAY.some((kept: readonly Dimension[]) => asked(slice, by).every((each) => kept.includes(each)))

const openCases = (slice: Slice, zone: string): Sql => sql`(
    select (received_at at time zone ${zone})::date as day, ${dimensionNames}, 1 as still_open from case_figures
     where ${ofGeneration} and closed_at is null and ${within(slice, sql`received_at`)})`
