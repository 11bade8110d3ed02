import type { Calendar } from './calendar.ts'
import { type Day, dayNumber } from './day.ts'
import type { Span } from './span.ts'

/** A century: no promise is longer, so a search that gets here was given an empty calendar. */
const FURTHEST = 36_525

/**
 * Walks forward until an amount of counted time has passed.
 *
 * @param amount milliseconds
 * @param counted which stretches of a day count
 * @returns the earliest such moment, and the day that it completed
 */
export function spend(
  start: Temporal.ZonedDateTime,
  amount: number,
  calendar: Calendar,
  counted: (day: Day) => readonly Span[],
): { at: number; day: Day } {
  const begin = start.epochMilliseconds
  const first = dayNumber(start, calendar)
  let left = amount
  for (let number = first; number < first + FURTHEST; number++) {
    const day = calendar.day(number)
    for (const span of counted(day)) {
      const from = Math.max(span.from, begin)
      if (span.to - from >= left && span.to > from) return { at: from + left, day }
      left -= Math.max(0, span.to - from)
    }
  }
  throw new RangeError(`calendar ${calendar.id} has no working time after ${start}`)
}
