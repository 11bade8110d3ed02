import type { Calendar } from './calendar.ts'
import { type Day, dayNumber, isWorkingDay } from './day.ts'
import { spend } from './spend.ts'

const HOUR = 3_600_000
/** Two years of closed days: only a calendar that never passed `parseCalendar` is that empty. */
const LONGEST_CLOSURE = 800

/**
 * The last moment at which an answer is still on time.
 *
 * Counting starts on the next working day: a complaint routed on Thursday afternoon must not lose its
 * weekend to the promise. It ends when the office closes on the last day counted.
 *
 * @param startedAt in any zone; its date is read on the calendar's own wall clock
 * @param workingDays whole days, at least 1; anything else throws
 * @returns in the calendar's zone; its date is the date to tell people
 */
export function dueAt(
  startedAt: Temporal.ZonedDateTime,
  workingDays: number,
  calendar: Calendar,
): Temporal.ZonedDateTime {
  if (!Number.isInteger(workingDays) || workingDays < 1)
    throw new RangeError('a promise is at least one working day')
  let day = calendar.day(dayNumber(startedAt, calendar))
  for (let counted = 0; counted < workingDays; counted++) day = nextWorkingDay(day, calendar)
  return lastMoment(day.open.at(-1)?.to ?? 0, day, calendar)
}

/**
 * The moment by which so many hours have passed, where hours pass by day and by night but only on working
 * days: 48 hours from Thursday 10:00 end on Monday 10:00 where Friday and Saturday are the weekend.
 *
 * Neither opening hours (48 of those would be a week and a half) nor plain hours (which would end on a
 * Saturday): see docs/decisions/0003-working-time.md.
 */
export function hoursDue(
  startedAt: Temporal.ZonedDateTime,
  hours: number,
  calendar: Calendar,
): Temporal.ZonedDateTime {
  if (!(hours > 0)) throw new RangeError('a clock needs time to run')
  const { at, day } = spend(startedAt, hours * HOUR, calendar, ({ open, whole }) =>
    open.length > 0 ? whole : [],
  )
  return lastMoment(at, day, calendar)
}

/** The last second of the day so many calendar days later: an objection window of 14 days from the 1st ends with the 15th. */
export function endOfDayAfter(
  startedAt: Temporal.ZonedDateTime,
  calendarDays: number,
  { timeZone }: { readonly timeZone: string },
): Temporal.ZonedDateTime {
  const following = startedAt
    .withTimeZone(timeZone)
    .toPlainDate()
    .add({ days: calendarDays + 1 })
  return following.toZonedDateTime(timeZone).subtract({ seconds: 1 })
}

export function nextWorkingDay(after: Day, calendar: Calendar): Day {
  for (let number = after.number + 1; number < after.number + LONGEST_CLOSURE; number++) {
    const day = calendar.day(number)
    if (isWorkingDay(day)) return day
  }
  throw new RangeError(`calendar ${calendar.id} has no working day after ${after.date}`)
}

/** People read the date off a due moment, so one that falls on the midnight after its day is told a second earlier. */
function lastMoment(at: number, day: Day, calendar: Calendar): Temporal.ZonedDateTime {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.timeZone)
  return dayNumber(moment, calendar) === day.number ? moment : moment.subtract({ seconds: 1 })
}
