import { type Clock, no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import type { CalendarContent } from '../model/calendar-content.ts'
import { type CalendarRefusal, parseCalendar } from '../model/parse-calendar.ts'
import * as calendars from '../store/calendars.ts'
import { raiseConfiguration } from '../store/configuration.ts'

export interface Tools {
  readonly db: Db
  readonly clock: Clock
}

/** Who changes configuration; the id is null when the installation itself does, as it is seeded. */
export interface Author {
  readonly id: string | null
}

export interface CalendarChange {
  readonly id: string
  readonly nameAr: string
  readonly nameEn: string
  readonly timeZone: string
  readonly content: CalendarContent
  /** Why it changes; whoever opens a moved date reads it. Only the first version needs none. */
  readonly reason?: string
  /** The version that the author saw: refused when somebody else changed it meanwhile. */
  readonly basedOn?: number
}

export type CalendarSaveRefusal =
  | CalendarRefusal
  | 'calendar-id-malformed'
  | 'calendar-name-missing'
  | 'calendar-reason-missing'
  | 'calendar-changed-meanwhile'

/**
 * Writes the next version of a calendar, or its first. Earlier versions stay as they were.
 *
 * Dates already told to residents do not move by this: clocks that shall follow are recomputed and
 * recorded where they stand, with the cases.
 */
export function saveCalendar(
  { db, clock }: Tools,
  by: Author,
  change: CalendarChange,
): Promise<Result<{ id: string; version: number }, CalendarSaveRefusal>> {
  return db.transaction(async (tx) => {
    await raiseConfiguration(tx)
    const before = await calendars.lock(tx, change.id)
    const version = (before?.version ?? 0) + 1
    const refused = refusal(change, before?.version)
    if (refused) return no(refused)
    const read = parseCalendar({ ...change, version })
    if (!read.ok) return read
    const next = { ...change, version, reason: change.reason?.trim() || null }
    await calendars.addVersion(tx, { ...next, createdBy: by.id, createdAt: clock.now() })
    return yes({ id: change.id, version })
  })
}

function refusal({ id, nameAr, nameEn, reason, basedOn }: CalendarChange, version: number | undefined) {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(id)) return 'calendar-id-malformed' as const
  if (!nameAr.trim() || !nameEn.trim()) return 'calendar-name-missing' as const
  if (version !== undefined && !reason?.trim()) return 'calendar-reason-missing' as const
  if (basedOn !== undefined && basedOn !== (version ?? 0)) return 'calendar-changed-meanwhile' as const
  return undefined
}
