import type { Calendar } from './calendar.ts'
import { isWorkingDay } from './day.ts'
import { overlap } from './span.ts'
import { spend } from './spend.ts'

/**
 * Opening hours that lie between two moments, to the second; negative when `to` comes first.
 */
export function workingTimeBetween(
  from: Temporal.Instant,
  to: Temporal.Instant,
  calendar: Calendar,
): Temporal.Duration {
  const seconds = Math.trunc(openBetween(from, to, calendar) / 1000)
  return Temporal.Duration.from({ seconds })
}

/**
 * The earliest moment by which that much working time has passed: the inverse of `workingTimeBetween`.
 *
 * @param duration not negative, in days of 24 hours at most (weeks and months have no fixed length and throw)
 */
export function addWorkingTime(
  from: Temporal.Instant,
  duration: Temporal.Duration,
  calendar: Calendar,
): Temporal.Instant {
  const amount = duration.total('milliseconds')
  if (amount < 0) throw new RangeError('working time is added forwards only')
  return amount === 0 ? from : openAfter(from, amount, calendar)
}

/**
 * Working days still to come before a due moment: 0 on its own date, negative once it has passed.
 * Late is at least −1, from the first second, so that a sign never hides a missed date.
 */
export function workingDaysLeft(now: Temporal.Instant, due: Temporal.Instant, calendar: Calendar): number {
  const [today, last] = [calendar.numberOf(now), calendar.numberOf(due)]
  const late = Temporal.Instant.compare(now, due) > 0
  return late
    ? -Math.max(1, workingDaysAfter(last, today, calendar))
    : workingDaysAfter(today, last, calendar)
}

/**
 * Working days that a due moment has been past: 0 through the rest of its own date, at least 1 from the next day on.
 * Undefined while it has not passed, so that nothing late can be taken for something in time.
 */
export function workingDaysLate(
  now: Temporal.Instant,
  due: Temporal.Instant,
  calendar: Calendar,
): number | undefined {
  if (Temporal.Instant.compare(now, due) <= 0) return undefined
  const [last, today] = [calendar.numberOf(due), calendar.numberOf(now)]
  return today === last ? 0 : Math.max(1, workingDaysAfter(last, today, calendar))
}

/**
 * The due moment after a pause: what was left of the working time when the clock stopped is left when it
 * runs again. A clock that was already late stays late.
 */
export function dueAfterPause(
  due: Temporal.Instant,
  paused: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
  calendar: Calendar,
): Temporal.Instant {
  if (Temporal.Instant.compare(paused.from, due) >= 0) return due
  const left = openBetween(paused.from, due, calendar)
  if (left > 0) return openAfter(paused.until, left, calendar)
  return Temporal.Instant.compare(paused.until, due) > 0 ? paused.until : due
}

function openBetween(from: Temporal.Instant, to: Temporal.Instant, calendar: Calendar): number {
  const sign = Temporal.Instant.compare(from, to) <= 0 ? 1 : -1
  const [start, end] = sign === 1 ? [from, to] : [to, from]
  const asked = { from: start.epochMilliseconds, to: end.epochMilliseconds }
  const [first, last] = [calendar.numberOf(start), calendar.numberOf(end)]
  let total = 0
  for (let number = first; number <= last; number++) {
    for (const span of calendar.day(number).open) total += overlap(span, asked)
  }
  return total === 0 ? 0 : sign * total
}

function openAfter(from: Temporal.Instant, amount: number, calendar: Calendar): Temporal.Instant {
  const { at } = spend(from.toZonedDateTimeISO(calendar.timeZone), amount, calendar, ({ open }) => open)
  return Temporal.Instant.fromEpochMilliseconds(at)
}

function workingDaysAfter(from: number, to: number, calendar: Calendar): number {
  let count = 0
  for (let number = from + 1; number <= to; number++) if (isWorkingDay(calendar.day(number))) count++
  return count
}
