import { dueAfterPause } from '#promises'
import type { CaseState } from '../model/state.ts'
import type { Moment } from './act.ts'
import { calendarOf } from './calendar-of.ts'

/** The entity's date after the resident answered: the time they took is not the entity's. */
export function resumeClock(
  found: Pick<CaseState, 'askedAt' | 'entityDue' | 'entity'>,
  moment: Moment,
): Temporal.Instant | undefined {
  if (!found.askedAt || !found.entityDue) return undefined
  const paused = { from: found.askedAt, until: moment.now }
  return dueAfterPause(found.entityDue, paused, calendarOf(found.entity, moment))
}
