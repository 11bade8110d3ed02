import type { z } from 'zod'
import { no, type Result, yes } from '#kernel'
import type { Calendar, Holiday, Shift, Week, Weekday } from './calendar.ts'
import { calendarContent } from './calendar-content.ts'
import { calendar } from './day.ts'

export type CalendarRefusal =
  | 'calendar-unreadable'
  | 'calendar-zone-unknown'
  | 'calendar-without-usual-week'
  | 'calendar-week-never-open'
  | 'calendar-dates-reversed'
  | 'calendar-hours-reversed'
  | 'calendar-hours-overlap'
  | 'calendar-holiday-too-long'

export interface WrittenCalendar {
  readonly id: string
  readonly version: number
  readonly timeZone: string
  /** As written; anything may stand here. */
  readonly content: unknown
}

type Written = z.output<typeof calendarContent>
type Dates = { from?: string | undefined; until?: string | undefined }
type Hours = readonly (readonly [string, string])[]

/** Nobody announces a longer holiday, and arithmetic must always find a working day. */
const LONGEST_HOLIDAY = 120

/**
 * A calendar from what an administrator wrote.
 *
 * Refuses what would make a date wrong or impossible to find: hours that overlap or run backwards, dates
 * in the wrong order, a week that never opens, a time that no week covers. `details.where` names the place.
 */
export function parseCalendar({
  id,
  version,
  timeZone,
  content,
}: WrittenCalendar): Result<Calendar, CalendarRefusal> {
  if (!isTimeZone(timeZone)) return no('calendar-zone-unknown', { zone: timeZone })
  const read = calendarContent.safeParse(content)
  if (!read.success) return no('calendar-unreadable', { where: read.error.issues[0]?.path.join('.') ?? '' })
  const fault = faultOf(read.data)
  if (fault) return fault
  const weeks = read.data.weeks.map(toWeek)
  return yes(calendar({ id, version, timeZone, weeks, holidays: read.data.holidays.map(toHoliday) }))
}

function faultOf({ weeks, holidays }: Written) {
  if (!weeks.some(({ from, until }) => !from && !until)) return no('calendar-without-usual-week')
  for (const [index, week] of weeks.entries()) {
    const hours = Object.values(week.days)
    if (!hours.some((day) => day.length > 0))
      return no('calendar-week-never-open', { where: `weeks.${index}` })
    const fault = datesFault(week) ?? firstFault(hours)
    if (fault) return no(fault, { where: `weeks.${index}` })
  }
  for (const [index, holiday] of holidays.entries()) {
    const fault = datesFault({ from: holiday.from, until: holiday.to }) ?? firstFault([holiday.hours ?? []])
    if (fault) return no(fault, { where: `holidays.${index}` })
    if (daysIn(holiday) > LONGEST_HOLIDAY)
      return no('calendar-holiday-too-long', { where: `holidays.${index}` })
  }
  return undefined
}

/** ISO dates and hours of fixed width compare as text. */
const datesFault = ({ from, until }: Dates) =>
  from && until && until < from ? ('calendar-dates-reversed' as const) : undefined

function firstFault(days: readonly Hours[]) {
  for (const hours of days) {
    if (hours.some(([open, close]) => close <= open)) return 'calendar-hours-reversed' as const
    const ordered = hours.toSorted(([a], [b]) => (a < b ? -1 : 1))
    if (ordered.some(([open], i) => i > 0 && open < (ordered[i - 1]?.[1] ?? '')))
      return 'calendar-hours-overlap' as const
  }
  return undefined
}

const daysIn = ({ from, to }: { from: string; to: string }) =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days + 1

const toWeek = ({ from, until, name, days }: Written['weeks'][number]): Week => ({
  ...(from && { from: Temporal.PlainDate.from(from) }),
  ...(until && { until: Temporal.PlainDate.from(until) }),
  ...(name && { name }),
  days: Object.fromEntries(
    Object.entries(days).map(([weekday, hours]) => [Number(weekday) as Weekday, hours.map(toShift)]),
  ),
})

const toHoliday = ({ from, to, name, hours }: Written['holidays'][number]): Holiday => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
  name,
  ...(hours && { hours: hours.map(toShift) }),
})

const toShift = ([open, close]: readonly [string, string]): Shift => ({
  open: Temporal.PlainTime.from(open),
  close: Temporal.PlainTime.from(close === '24:00' ? '00:00' : close),
})

/** A name such as Asia/Amman; fixed offsets are refused because no law keeps them. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false
  try {
    new Temporal.ZonedDateTime(0n, name)
    return true
  } catch {
    return false
  }
}
