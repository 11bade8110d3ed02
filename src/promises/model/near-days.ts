import type { Calendar } from './calendar.ts'
import { type Day, isWorkingDay } from './day.ts'
import { nextWorkingDay } from './due.ts'

const DAY = 86_400_000
/** As far as a closure can reach; see `nextWorkingDay`. */
const LONGEST_CLOSURE = 800

/** The last day before a date on which the calendar is open: when whoever must keep that date can still be reminded. */
export function workingDayBefore(date: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  const number = numberOf(date)
  for (let back = 1; back < LONGEST_CLOSURE; back++) {
    const day = calendar.day(number - back)
    if (isWorkingDay(day)) return day.date
  }
  throw new RangeError(`calendar ${calendar.id} has no working day before ${date}`)
}

/** The first day after a date on which the calendar is open: when somebody is there to hear that it has passed. */
export const workingDayAfter = (date: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate =>
  nextWorkingDay(dayOf(date, calendar), calendar).date

const dayOf = (date: Temporal.PlainDate, calendar: Calendar): Day => calendar.day(numberOf(date))

const numberOf = ({ year, month, day }: Temporal.PlainDate): number => Date.UTC(year, month - 1, day) / DAY
