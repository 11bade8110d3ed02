import { apply } from '../model/apply.ts'
import type { CaseEvent, Facts } from '../model/event.ts'
import type { CaseState } from '../model/state.ts'
import type { StepName } from '../model/steps.ts'
import type { Move } from '../model/take.ts'
import type { FoundCase } from '../store/cases.ts'
import { record } from '../store/record.ts'
import type { Decision, Moment } from './act.ts'
import { nextActAt } from './next-act.ts'
import { startClock } from './start-clock.ts'

export interface Performed {
  state: CaseState
  event: CaseEvent
}

/** Writes a step that was allowed and decided: the event, its words, the state and the clock it starts. */
export async function perform(
  found: FoundCase,
  step: StepName,
  move: Move,
  decision: Decision,
  moment: Moment,
): Promise<Performed> {
  const before = stateOf(found)
  const event: CaseEvent = {
    caseId: found.id,
    seq: found.seq + 1,
    step,
    at: moment.now,
    role: move.role,
    actorId: moment.taker.id,
    facts: clean(decision.facts),
  }
  const due = startClock(before, apply(before, event, move.to), moment)
  const dated = due ? { ...event, facts: { ...event.facts, due: due.toString() } } : event
  const state = apply(before, dated, move.to)
  await record(moment.tx, { state, event: dated, words: decision.words, nextActAt: nextActAt(state, moment) })
  await decision.also?.({ seq: event.seq })
  return { state, event: dated }
}

/** The state alone, without what was only looked up to decide. */
function stateOf({ sector, onCall, parts, partsOpen, ...state }: FoundCase): CaseState {
  return state
}

/** Facts that were not given are not written. */
const clean = (facts: Facts = {}): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
