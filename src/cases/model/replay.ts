import { apply, begin } from './apply.ts'
import type { CaseEvent } from './event.ts'
import type { CaseState } from './state.ts'
import { take } from './take.ts'

/**
 * The state that a whole history leads to; the row in `cases` must say the same.
 *
 * @throws when the history holds a step that its stage did not allow: then something wrote past the table
 */
export function replay(events: CaseEvent[]): CaseState {
  const state = statesOf(events).at(-1)
  if (!state) throw new Error('A history begins with its submission')
  return state
}

/** The states after each event of a history; throws as `replay` does. */
export function statesOf([first, ...rest]: readonly CaseEvent[]): CaseState[] {
  if (first?.step !== 'submit') throw new Error('A history begins with its submission')
  const states = [begin(first)]
  for (const event of rest) {
    // Parts are cases of their own; whether they were answered is not in this history.
    const state = states.at(-1) as CaseState
    const standing = { ...state, parts: 0, partsOpen: 0 }
    const move = take(event.step, standing, { id: event.actorId, roles: [event.role] })
    if (!move.ok) throw new Error(`${event.step} in ${state.stage}: ${move.reason}`)
    states.push(apply(state, event, move.value.to))
  }
  return states
}
