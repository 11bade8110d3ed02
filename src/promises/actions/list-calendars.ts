import type { Db } from '#platform'
import * as calendars from '../store/calendars.ts'

/** Every calendar as it stands now. */
export const listCalendars = (db: Db): Promise<calendars.CalendarSummary[]> => calendars.summaries(db)

/** All versions of a calendar with who, when and why, the newest first; empty when there is no such calendar. */
export const calendarHistory = (db: Db, id: string): Promise<calendars.CalendarVersion[]> =>
  calendars.history(db, id)

/** The latest changes of any calendar, with who, when and why. */
export const latestCalendarChanges = (db: Db, limit: number): Promise<calendars.CalendarVersion[]> =>
  calendars.latest(db, limit)
