import { dueAt, type PromiseBook } from '#promises'
import type { Facts } from './event.ts'
import type { CaseType } from './stages.ts'

export interface Owed {
  type: CaseType
  category?: string
  entity?: string
  /** Whose working time counts. */
  calendar: string
}

/** When a case that starts now must be answered, and by which promise and calendar that was computed. */
export function promised(book: PromiseBook, owed: Owed, now: Temporal.Instant) {
  const rule = book.promise(owed)
  const calendar = book.calendar(owed.calendar)
  const due = dueAt(now.toZonedDateTimeISO(calendar.timeZone), rule.workingDays, calendar).toInstant()
  const promise: NonNullable<Facts['promise']> = {
    id: rule.id,
    version: rule.version,
    workingDays: rule.workingDays,
    calendar: calendar.id,
    calendarVersion: calendar.version,
  }
  return { due, promise, rule }
}
