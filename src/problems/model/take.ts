import { no, type Result, yes } from '#kernel'
import { type Actor, STEP_NAMES, STEPS, type State, type Step, type StepName } from './steps.ts'

/** The role a step is taken in and the state it leads to, or why it may not be taken. */
export function take(
  step: StepName,
  state: State | undefined,
  roles: readonly Actor[],
): Result<{ role: Actor; to: State }, 'not-your-step' | 'wrong-state'> {
  const { from, to, by }: Step = STEPS[step]
  const role = by.find((each) => roles.includes(each))
  if (!role) return no('not-your-step')
  if (state === undefined ? from.length > 0 : !from.includes(state)) return no('wrong-state')
  return yes({ role, to: to === 'same' ? (state as State) : to })
}

/** The steps that somebody may take on a problem now: what its page offers. */
export const openSteps = (state: State, roles: readonly Actor[]): StepName[] =>
  STEP_NAMES.filter((step) => take(step, state, roles).ok)
