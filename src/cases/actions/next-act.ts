import { CLIMBING, type Climbing, type NextRung, nextRung, type RunningClock } from '#promises'
import type { CaseState } from '../model/state.ts'
import { CLOCK_HOLDER } from '../model/state.ts'
import type { Moment } from './act.ts'
import { calendarOf } from './calendar-of.ts'

/** When time does the next thing to a case: the end of the resident's own clocks, or the next rung of the ladder. */
export function nextActAt(
  state: CaseState,
  moment: Pick<Moment, 'book' | 'directory'>,
): Temporal.Instant | null {
  if (state.clock === 'resident-answer' || state.clock === 'objection-window') return state.clockDue
  return rungAhead(state, moment)?.at ?? null
}

/** The next rung that a case will climb if nothing is done. */
export const rungAhead = (
  state: CaseState,
  moment: Pick<Moment, 'book' | 'directory'>,
): NextRung | undefined => nextRung(moment.book.ladder, runningClocks(state, moment), state.climbed)

/** While an entity has not acted at all, two clocks run: the one for its first act, and the one for its reply. */
export function runningClocks(state: CaseState, moment: Pick<Moment, 'book' | 'directory'>): RunningClock[] {
  const { clock, clockSince, clockDue, entitySince, entityDue, entity } = state
  if (!clock || !climbs(clock) || !clockDue) return []
  const calendar = calendarOf(CLOCK_HOLDER[clock] === 'entity' ? entity : null, moment)
  const reply = entityDue && {
    clock: 'reply' as const,
    since: entitySince ?? clockSince ?? entityDue,
    due: entityDue,
    calendar,
  }
  if (clock === 'reply') return reply ? [reply] : []
  const running = { clock, since: clockSince ?? clockDue, due: clockDue, calendar }
  return clock === 'first-action' && reply ? [running, reply] : [running]
}

const climbs = (clock: string): clock is Climbing => (CLIMBING as readonly string[]).includes(clock)
