import { innerDue } from '#promises'
import { type CaseState, CLOCK_HOLDER } from '../model/state.ts'
import type { Moment } from './act.ts'
import { calendarOf } from './calendar-of.ts'

/**
 * When the clock that a step started runs out. Undefined when the step left the running clock as it was,
 * and for clocks that follow a date of the case itself (the entity's or the resident's).
 */
export function startClock(
  before: CaseState,
  after: CaseState,
  moment: Moment,
): Temporal.Instant | undefined {
  const { clock, entity } = after
  if (!clock || clock === 'reply' || clock === 'follows') return undefined
  if (clock === before.clock && entity === before.entity) return undefined
  const calendar = calendarOf(CLOCK_HOLDER[clock] === 'entity' ? entity : null, moment)
  const started = moment.now.toZonedDateTimeISO(calendar.timeZone)
  const due = innerDue(started, moment.book.inner[clock], calendar).toInstant()
  return clock === 'first-action' ? sooner(due, after.entityDue) : due
}

const sooner = (one: Temporal.Instant, other: Temporal.Instant | null) =>
  other && Temporal.Instant.compare(other, one) < 0 ? other : one
