import type { Calendar, CalendarData, Shift, Weekday } from './calendar.ts'
import { calendar } from './day.ts'

/** An office open Sunday to Thursday from 07:00 to 14:15, for tests, previews and demonstrations. */
export function sundayToThursday(changes: Partial<CalendarData> = {}): Calendar {
  const hours = [shift('07:00', '14:15')]
  const days = { 7: hours, 1: hours, 2: hours, 3: hours, 4: hours }
  return calendar({
    id: 'example',
    version: 1,
    timeZone: 'Asia/Bahrain',
    weeks: [{ days }],
    holidays: [],
    ...changes,
  })
}

export const shift = (open: string, close: string): Shift => ({
  open: Temporal.PlainTime.from(open),
  close: Temporal.PlainTime.from(close),
})

/** The same hours on several weekdays. */
export const weekdays = (days: readonly Weekday[], ...hours: Shift[]): Partial<Record<Weekday, Shift[]>> =>
  Object.fromEntries(days.map((day) => [day, hours]))
