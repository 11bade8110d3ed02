import { no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import type { CalendarContent, HolidayContent } from '../model/calendar-content.ts'
import { parseCalendar } from '../model/parse-calendar.ts'
import * as calendars from '../store/calendars.ts'
import { raiseConfiguration } from '../store/configuration.ts'
import { type Author, type CalendarSaveRefusal, saveCalendar, type Tools } from './save-calendar.ts'

export interface Announcement {
  /** A national holiday reaches several calendars at once: all of them or none. */
  readonly calendars: readonly string[]
  readonly holiday: HolidayContent
  /** The announcement that it rests on, such as a circular's number. */
  readonly reason: string
}

export type HolidayRefusal = CalendarSaveRefusal | 'calendar-unknown' | 'holiday-already-there'

/** Adds an announced holiday; each calendar gets its next version. */
export function addHoliday(
  { db, clock }: Tools,
  by: Author,
  { calendars: ids, holiday, reason }: Announcement,
): Promise<Result<{ id: string; version: number }[], HolidayRefusal>> {
  return db.transaction(async (tx) => {
    // First, as every change does: whoever locked calendars before would deadlock with the others.
    await raiseConfiguration(tx)
    const saved: { id: string; version: number }[] = []
    for (const id of new Set(ids)) {
      const next = await withHoliday(tx, id, holiday)
      if (!next.ok) return next
      const outcome = await saveCalendar({ db: tx, clock }, by, { ...next.value, reason })
      if (!outcome.ok) return outcome
      saved.push(outcome.value)
    }
    return yes(saved)
  })
}

async function withHoliday(tx: Db, id: string, holiday: HolidayContent) {
  const found = await calendars.lock(tx, id)
  if (!found) return no('calendar-unknown', { id })
  const read = parseCalendar(found)
  if (!read.ok) return read
  const content = found.content as CalendarContent
  const same = content.holidays.find(({ from, to }) => from === holiday.from && to === holiday.to)
  if (same) return no('holiday-already-there', { id, name: same.name.ar })
  return yes({ ...found, content: { ...content, holidays: [...content.holidays, holiday] } })
}
