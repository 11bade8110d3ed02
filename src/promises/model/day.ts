import type { Calendar, CalendarData, Holiday, Names, Shift, Week, Weekday } from './calendar.ts'
import { type Span, spansOf } from './span.ts'

/** One date of a calendar. It is a working day when it opens at all. */
export interface Day {
  readonly number: number
  readonly date: Temporal.PlainDate
  /** Opening hours on the time line. */
  readonly open: readonly Span[]
  /** The date from midnight to midnight on the time line. */
  readonly whole: readonly Span[]
  /** The name of the week whose hours hold, such as Ramadan; the usual week has none. */
  readonly season?: Names
  /** The holiday that closes or shortens it. */
  readonly holiday?: Holiday
}

const DAY = 86_400_000
const MIDNIGHT_TO_MIDNIGHT: readonly Shift[] = [
  { open: new Temporal.PlainTime(), close: new Temporal.PlainTime() },
]

/**
 * Makes a calendar ready for arithmetic. Days are worked out when first asked for and remembered in the
 * calendar itself: a submission asks for the same few days ten thousand times a second.
 */
export function calendar(data: CalendarData): Calendar {
  const days = new Map<number, Day>()
  const weeks = [...data.weeks.entries()].sort(narrowestFirst).map(([, week]) => week)
  const day = (number: number): Day => {
    let known = days.get(number)
    if (!known) {
      known = workOut(number, weeks, data)
      days.set(number, known)
    }
    return known
  }
  const numbers = new Map<number, number>()
  const numberOf = (at: Temporal.Instant): number => {
    const quarter = Math.floor(at.epochMilliseconds / QUARTER)
    const known = numbers.get(quarter)
    if (known !== undefined) return known
    if (numbers.size === MOST_REMEMBERED) numbers.clear()
    const number = dayNumber(at.toZonedDateTimeISO(data.timeZone), data)
    numbers.set(quarter, number)
    return number
  }
  return { ...data, day, numberOf }
}

/** Clocks differ by whole quarters of an hour wherever people live; a list asks the same ones for each of its lines. */
const QUARTER = 900_000
const MOST_REMEMBERED = 10_000

/** The number of the date that a moment has in the calendar's time zone. */
export function dayNumber(at: Temporal.ZonedDateTime, { timeZone }: CalendarData): number {
  const local = at.timeZoneId === timeZone ? at : at.withTimeZone(timeZone)
  return Date.UTC(local.year, local.month - 1, local.day) / DAY
}

export const isWorkingDay = (day: Day): boolean => day.open.length > 0

function workOut(number: number, weeks: readonly Week[], data: CalendarData): Day {
  const date = Temporal.Instant.fromEpochMilliseconds(number * DAY)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
  const week = weeks.find(({ from, until }) => covers(from, until, date))
  const usual = week?.days[date.dayOfWeek as Weekday] ?? []
  const holiday = usual.length > 0 ? holidayOn(date, data.holidays) : undefined
  const shifts = holiday ? (holiday.hours ?? []) : usual
  const [open, whole] = [shifts, MIDNIGHT_TO_MIDNIGHT].map((hours) => spansOf(number, hours, data.timeZone))
  const names = { ...(week?.name && { season: week.name }), ...(holiday && { holiday }) }
  return { number, date, open: open ?? [], whole: whole ?? [], ...names }
}

/** A closing holiday beats a shortening one; of two of a kind the later written holds. */
function holidayOn(date: Temporal.PlainDate, holidays: readonly Holiday[]): Holiday | undefined {
  const found = holidays.filter(({ from, to }) => covers(from, to, date))
  return found.findLast(({ hours }) => !hours) ?? found.at(-1)
}

const covers = (
  from: Temporal.PlainDate | undefined,
  until: Temporal.PlainDate | undefined,
  date: Temporal.PlainDate,
) =>
  (!from || Temporal.PlainDate.compare(from, date) <= 0) &&
  (!until || Temporal.PlainDate.compare(date, until) <= 0)

/** Fewest days first; of two without an end the later start; of equals the later written. */
function narrowestFirst([i, a]: [number, Week], [j, b]: [number, Week]): number {
  const byLength = lengthOf(a) - lengthOf(b)
  return byLength || startOf(b) - startOf(a) || j - i
}

const startOf = ({ from }: Week) => (from ? epochDay(from) : -Infinity)
const lengthOf = ({ from, until }: Week) => (from && until ? epochDay(until) - epochDay(from) : Infinity)
const epochDay = (date: Temporal.PlainDate) => Date.UTC(date.year, date.month - 1, date.day) / DAY
