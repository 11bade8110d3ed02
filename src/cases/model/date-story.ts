import { type Calendar, type Explanation, explain, workingTimeBetween } from '#promises'
import type { CaseEvent } from './event.ts'
import { instant } from './instant.ts'

/** Whose date: the one told to the resident, or the one that the entity works by. */
export type Whose = 'resident' | 'entity'

export type Because = 'promised' | 'nearer' | 'afresh' | 'extended' | 'paused' | 'recounted'

/** One event that set a date, and how it was counted. */
export interface Chapter {
  seq: number
  at: Temporal.Instant
  because: Because
  before: Temporal.Instant | null
  after: Temporal.Instant
  calendar: Calendar
  /** Day by day, where whole days were counted. */
  counted?: Explanation
  /** How long the entity's clock stood still, and how much working time it had left. */
  pause?: { from: Temporal.Instant; until: Temporal.Instant; left: Temporal.Duration }
}

/** The calendar by which a step counted: the version it names, or the one in force at its moment. */
export type CalendarFor = (event: CaseEvent) => Calendar

/** How a date came about, event by event: the last chapter ends on the date that holds now. */
export function dateStory(
  history: readonly CaseEvent[],
  whose: Whose,
  calendarFor: CalendarFor,
): readonly Chapter[] {
  const chapters: Chapter[] = []
  let askedAt: Temporal.Instant | undefined
  let handed: CaseEvent | undefined
  for (const event of history) {
    if ((event.step === 'refuse' || event.step === 'contest') && whose === 'entity') chapters.length = 0
    if (STARTS.includes(event.step) && event.facts.promise) handed = event
    const before = chapters.at(-1)?.after ?? null
    const after = dateSetBy(event, whose)
    if (after && !(before && after.equals(before))) {
      const begun = { event, before, after, askedAt, handed, calendar: calendarFor(event) }
      chapters.push(chapter(begun, whose))
    }
    if (event.step === 'ask') askedAt = event.at
    if (event.step === 'add') askedAt = undefined
  }
  return chapters
}

const STARTS: readonly string[] = ['submit', 'route', 'split', 'reopen', 'add']

const dateSetBy = ({ step, facts }: CaseEvent, whose: Whose): Temporal.Instant | null => {
  // What counting again says of the resident's date is that it stays.
  if (whose === 'resident') return step === 'recount' ? null : instant(facts.answerBy)
  return step === 'submit' ? null : instant(facts.entityDue)
}

interface Begun {
  event: CaseEvent
  before: Temporal.Instant | null
  after: Temporal.Instant
  askedAt: Temporal.Instant | undefined
  /** The event by which whoever has the case got it. */
  handed: CaseEvent | undefined
  calendar: Calendar
}

function chapter(begun: Begun, whose: Whose): Chapter {
  const { event, before, after, calendar } = begun
  const common = { seq: event.seq, at: event.at, before, after, calendar }
  const because = reasonFor(begun, whose)
  if (because === 'paused' && begun.askedAt && before)
    return { ...common, because, pause: paused(begun.askedAt, event.at, before, calendar) }
  const [from, days] = countedFrom(begun, because)
  return from && days
    ? { ...common, because, counted: counted(from, days, calendar) }
    : { ...common, because }
}

function reasonFor({ event: { step, facts }, before, askedAt }: Begun, whose: Whose): Because {
  if (step === 'extend') return 'extended'
  if (step === 'recount') return 'recounted'
  if (step === 'add' && askedAt && !facts.promise) return 'paused'
  if (step === 'reopen' || step === 'add') return 'afresh'
  return whose === 'resident' && before ? 'nearer' : 'promised'
}

/** From where on, and how many working days. */
function countedFrom({ event, before, handed }: Begun, because: Because) {
  if (because === 'extended') return [before, event.facts.days] as const
  if (because === 'recounted') return [handed?.at, handed?.facts.promise?.workingDays] as const
  return [event.at, event.facts.promise?.workingDays] as const
}

const counted = (from: Temporal.Instant, days: number, calendar: Calendar): Explanation =>
  explain(from.toZonedDateTimeISO(calendar.timeZone), days, calendar)

const paused = (
  from: Temporal.Instant,
  until: Temporal.Instant,
  due: Temporal.Instant,
  calendar: Calendar,
) => ({ from, until, left: workingTimeBetween(from, due, calendar) })
