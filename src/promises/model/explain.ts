import type { Calendar, Names } from './calendar.ts'
import { type Day, dayNumber, isWorkingDay } from './day.ts'
import { dueAt } from './due.ts'

/** How a date came about, day by day, so that whoever doubts it can count along. */
export interface Explanation {
  readonly calendar: string
  readonly version: number
  readonly timeZone: string
  readonly workingDays: number
  readonly days: readonly ExplainedDay[]
  readonly due: Temporal.ZonedDateTime
}

export interface ExplainedDay {
  readonly date: Temporal.PlainDate
  /** Which working day of the promise it is; absent when it was not counted. */
  readonly counted?: number
  /** Why it was not counted. */
  readonly because?: 'start' | 'weekend' | 'holiday'
  /** The holiday that closed it or shortened its hours. */
  readonly holiday?: Names
  /** The name of the week whose hours held, such as Ramadan; the usual week has none. */
  readonly season?: Names
  /** Opening hours on the wall clock, earliest first; none on a closed day. */
  readonly hours: readonly { readonly open: Temporal.PlainTime; readonly close: Temporal.PlainTime }[]
}

/** Retells `dueAt` from the day it started on to the day it ends. Takes and throws what `dueAt` does. */
export function explain(
  startedAt: Temporal.ZonedDateTime,
  workingDays: number,
  calendar: Calendar,
): Explanation {
  const due = dueAt(startedAt, workingDays, calendar)
  const [first, last] = [dayNumber(startedAt, calendar), dayNumber(due, calendar)]
  const days: ExplainedDay[] = []
  let counted = 0
  for (let number = first; number <= last; number++) {
    const day = calendar.day(number)
    if (number === first) days.push({ ...told(day, calendar), because: 'start' })
    else if (isWorkingDay(day)) days.push({ ...told(day, calendar), counted: ++counted })
    else days.push({ ...told(day, calendar), because: day.holiday ? 'holiday' : 'weekend' })
  }
  const { id, version, timeZone } = calendar
  return { calendar: id, version, timeZone, workingDays, days, due }
}

function told({ date, open, season, holiday }: Day, { timeZone }: Calendar): ExplainedDay {
  const wall = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainTime()
  const hours = open.map(({ from, to }) => ({ open: wall(from), close: wall(to) }))
  return { date, hours, ...(season && { season }), ...(holiday && { holiday: holiday.name }) }
}
