import { type Calendar, calendarAt, calendarHistory, listCalendars, type Names } from '#promises'
import { type Chapter, dateStory } from '../model/date-story.ts'
import type { CaseEvent } from '../model/event.ts'
import { type TimeSpent, timeSpent } from '../model/time-spent.ts'
import type { Tools } from './act.ts'
import { calendarOf } from './calendar-of.ts'

/** How the dates of a case came about, and what its time was spent on. */
export interface ExplainedDates {
  resident: readonly Chapter[]
  entity: readonly Chapter[]
  spent: TimeSpent
  /** Why a version of a calendar was written, by `id@version`. */
  reasons: ReadonlyMap<string, string>
  /** What the calendars are called. */
  names: ReadonlyMap<string, Names>
}

/** @param history of one case, first event first */
export async function explainDates(
  { db, clock, directory, book }: Tools,
  history: readonly CaseEvent[],
  entity: string | null,
): Promise<ExplainedDates> {
  const now = { directory: await directory(), book: await book() }
  const present = calendarOf(entity, now)
  const { find, reasons } = await versionsOf(db, [...idsIn(history), present.id])
  const calendarFor = (event: CaseEvent) => find(calendarNamed(history, event), event.at) ?? present
  return {
    resident: dateStory(history, 'resident', calendarFor),
    entity: dateStory(history, 'entity', calendarFor),
    spent: timeSpent(history, present, clock.now()),
    reasons,
    names: new Map(
      (await listCalendars(db)).map(({ id, nameAr, nameEn }) => [id, { ar: nameAr, en: nameEn }]),
    ),
  }
}

interface Named {
  id: string
  version?: number
  /** The version may be later, where the calendar changed without moving this case. */
  atLeast?: number
}

const named = ({ facts: { promise, calendar, calendarVersion } }: CaseEvent) =>
  promise
    ? { id: promise.calendar, version: promise.calendarVersion }
    : calendar && calendarVersion
      ? { id: calendar, version: calendarVersion }
      : undefined

/** The calendar that an event names, or that of the last event before it that names one. */
function calendarNamed(history: readonly CaseEvent[], event: CaseEvent): Named | undefined {
  const own = named(event)
  if (own) return own
  const last = history.findLast((each) => each.seq < event.seq && named(each))
  const before = last && named(last)
  return before && { id: before.id, atLeast: before.version }
}

const idsIn = (history: readonly CaseEvent[]) => history.flatMap((event) => named(event)?.id ?? [])

async function versionsOf(db: Tools['db'], ids: readonly string[]) {
  const kept: { calendar: Calendar; since: Temporal.Instant }[] = []
  const reasons = new Map<string, string>()
  for (const id of new Set(ids))
    for (const { version, createdAt, reason } of await calendarHistory(db, id)) {
      const calendar = await calendarAt(db, id, version)
      if (calendar) kept.push({ calendar, since: createdAt })
      if (reason) reasons.set(`${id}@${version}`, reason)
    }
  const find = (asked: Named | undefined, at: Temporal.Instant) => {
    const versions = kept.filter(({ calendar }) => calendar.id === asked?.id)
    const exact = versions.find(({ calendar }) => calendar.version === (asked?.version ?? asked?.atLeast))
    if (asked?.version) return exact?.calendar
    // The newest first: what was known at the moment of the step.
    const known = versions.find(({ since }) => Temporal.Instant.compare(since, at) < 0)
    const later = known && known.calendar.version > (asked?.atLeast ?? 0) ? known : exact
    return later?.calendar
  }
  return { find, reasons }
}
