import type { CaseEvent } from './event.ts'
import { instant } from './instant.ts'
import type { Stage } from './stages.ts'
import type { CaseState, ClockName } from './state.ts'

/** The clocks of a case after an event: which one runs, since when, until when, and how far it has climbed. */
export function clocksAfter(before: CaseState, changed: CaseState, event: CaseEvent): Partial<CaseState> {
  const clock = runningClock(changed)
  if (!clock) return { clock: null, clockDue: null, clockSince: null }
  const { at } = event
  const anew = clock !== before.clock || changed.entitySince !== before.entitySince
  return {
    clock,
    clockDue: dueOf(clock, changed, event),
    clockSince: anew ? at : before.clockSince,
    // A clock that starts anew stands at the foot of its ladder; the entity's own goes on through its first act.
    climbed: anew && clock !== 'reply' ? withoutRungsOf(clock, changed.climbed) : changed.climbed,
  }
}

const withoutRungsOf = (clock: ClockName, climbed: readonly string[]) =>
  climbed.filter((rung) => !rung.startsWith(`${clock}/`))

/** Which clock runs: who must act next. Nothing open is ever without one. */
function runningClock(state: CaseState): ClockName | null {
  if (state.mergedInto && (state.stage === 'received' || state.stage === 'with-entity')) return 'follows'
  if (state.stage !== 'with-entity') return CLOCK_OF[state.stage]
  return state.firstActionAt ? 'reply' : 'first-action'
}

const CLOCK_OF: Record<Exclude<Stage, 'with-entity'>, ClockName | null> = {
  received: 'routing',
  'awaiting-resident': 'resident-answer',
  replied: 'verification',
  verified: 'release',
  answered: 'objection-window',
  objected: 'objection-review',
  closed: null,
}

/** A step that starts a clock says when it runs out; any other leaves the running one as it was. */
function dueOf(name: ClockName, state: CaseState, { facts, at }: CaseEvent): Temporal.Instant {
  if (name === 'follows') return state.answerBy
  if (name === 'reply') return state.entityDue ?? state.answerBy
  return instant(facts.due) ?? (state.clock === name ? state.clockDue : null) ?? at
}
