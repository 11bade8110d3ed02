import type { Directory } from '#entities'
import type { Db } from '#platform'
import {
  type Calendar,
  type CalendarContent,
  type CalendarSummary,
  type CalendarVersion,
  calendarAt,
  calendarHistory,
  listCalendars,
} from '#promises'
import type { Admin } from '../form-page.ts'
import { asked, numberIn, param } from '../read.ts'

export interface KeptCalendar {
  summary: CalendarSummary
  /** All versions, the newest first. */
  versions: readonly CalendarVersion[]
  /** The version that is shown, and what was written in it. */
  shown: CalendarVersion
  content: CalendarContent
  calendar: Calendar
  directory: Directory
}

/** What is written in a calendar as it stands. What is stored was accepted by `parseCalendar` once. */
export async function contentOf(db: Db, id: string): Promise<CalendarContent> {
  const [latest] = await calendarHistory(db, id)
  if (!latest) throw new Error(`calendar ${id} has no version`)
  return latest.content as CalendarContent
}

/** The calendar of the address, as it stands or in the version that is asked for. */
export async function findCalendar(c: Admin): Promise<KeptCalendar | undefined> {
  const { db, directory } = c.var.tools
  const id = param(c, 'id')
  const summary = (await listCalendars(db)).find((each) => each.id === id)
  if (!summary) return undefined
  const versions = await calendarHistory(db, id)
  const wanted = numberIn(asked(c, 'version'))
  const shown = versions.find(({ version }) => version === wanted) ?? versions[0]
  const calendar = shown && (await calendarAt(db, id, shown.version))
  if (!shown || !calendar) return undefined
  return {
    summary,
    versions,
    shown,
    content: shown.content as CalendarContent,
    calendar,
    directory: await directory(),
  }
}

/** The calendar as it stands now: what a change starts from. */
export async function findCurrent(c: Admin): Promise<KeptCalendar | undefined> {
  const kept = await findCalendar(c)
  return kept?.shown.version === kept?.summary.version ? kept : undefined
}
