import { type Calendar, dueAfterPause, dueAt } from '#promises'
import type { CaseEvent } from './event.ts'

/**
 * The entity's date, counted again from the history by a calendar: what it would be had this calendar been
 * known all along. Undefined while no entity has the case.
 *
 * Counts as the steps did: the promise from the hand-over on, more days by an extension, and not the time
 * in which the resident was asked.
 */
export function entityDueBy(history: readonly CaseEvent[], calendar: Calendar): Temporal.Instant | undefined {
  let due: Temporal.Instant | undefined
  let askedAt: Temporal.Instant | undefined
  const days = (from: Temporal.Instant, workingDays: number) =>
    dueAt(from.toZonedDateTimeISO(calendar.timeZone), workingDays, calendar).toInstant()
  for (const { step, at, facts } of history) {
    if (STARTS.includes(step) && facts.promise && facts.entityDue) due = days(at, facts.promise.workingDays)
    else if (step === 'refuse' || step === 'contest') due = undefined
    else if (step === 'extend' && due && facts.days) due = days(due, facts.days)
    else if (step === 'ask') askedAt = at
    else if (step === 'add' && askedAt) {
      if (due) due = dueAfterPause(due, { from: askedAt, until: at }, calendar)
      askedAt = undefined
    }
  }
  return due
}

/** What hands a case to an entity, or gives it back afresh. */
const STARTS: readonly string[] = ['route', 'split', 'reopen', 'add']
