import { no, type Result, yes } from '#kernel'
import type { Stage } from './stages.ts'
import type { CaseState } from './state.ts'
import { type Actor, type Bar, type Condition, STEP_NAMES, STEPS, type Step, type StepName } from './steps.ts'

export type Refusal =
  | 'not-your-step'
  | 'wrong-stage'
  | 'case-is-merged'
  | 'case-is-not-merged'
  | 'case-is-in-parts'
  | 'parts-are-open'
  | 'already-extended'
  | 'case-is-closed'
  | 'already-rated'
  | 'routed-by-a-person'
  | 'not-by-the-same-person'

/** Somebody about to take a step: who they are and every role they hold on this case. */
export interface Taker {
  id: string | null
  roles: readonly Actor[]
}

export interface Move {
  role: Actor
  to: Stage
}

/** The role a step is taken in and the stage it leads to, or the one reason why it may not be taken. */
export function take(step: StepName, found: Standing, taker: Taker): Result<Move, Refusal> {
  const { from, to, by, when, unless }: Step = STEPS[step]
  const role = by.find((each) => taker.roles.includes(each))
  if (!role) return no('not-your-step')
  if (from !== 'any' && !from.includes(found.stage)) return no('wrong-stage')
  const refusal = when && CONDITIONS[when](found)
  if (refusal) return no(refusal)
  if (unless && taker.id && BARS[unless](found).includes(taker.id)) return no('not-by-the-same-person')
  return yes({ role, to: destination(to, found) })
}

/** The steps that somebody may take on a case now: what a screen offers. */
export const openSteps = (found: Standing, taker: Taker): StepName[] =>
  STEP_NAMES.filter((step) => step !== 'submit' && take(step, found, taker).ok)

/** What the table needs to know of a case. */
export type Standing = Pick<
  CaseState,
  | 'stage'
  | 'askedFrom'
  | 'automatic'
  | 'mergedInto'
  | 'extended'
  | 'outcome'
  | 'solved'
  | 'answeredAt'
  | 'repliedBy'
  | 'verifiedBy'
  | 'releasedBy'
> & { partsOpen: number; parts: number }

function destination(to: Step['to'], found: Standing): Stage {
  if (to === 'same') return found.stage
  if (to !== 'back-to-work') return to
  if (found.stage === 'awaiting-resident' || found.stage === 'closed') return found.askedFrom ?? 'with-entity'
  return found.stage
}

const CONDITIONS: Record<Condition, (found: Standing) => Refusal | undefined> = {
  merged: (found) => (found.mergedInto ? undefined : 'case-is-not-merged'),
  'not-merged': (found) => (found.mergedInto ? 'case-is-merged' : undefined),
  whole: (found) => (found.mergedInto ? 'case-is-merged' : found.parts > 0 ? 'case-is-in-parts' : undefined),
  'all-parts-answered': (found) =>
    found.mergedInto ? 'case-is-merged' : found.partsOpen > 0 ? 'parts-are-open' : undefined,
  'not-extended': (found) =>
    found.extended ? 'already-extended' : found.mergedInto ? 'case-is-merged' : undefined,
  'open-or-unanswered': (found) =>
    found.stage === 'closed' && found.outcome !== 'no-answer' ? 'case-is-closed' : undefined,
  'answered-and-unrated': (found) =>
    found.solved !== null ? 'already-rated' : found.answeredAt ? undefined : 'wrong-stage',
  'routed-by-itself': (found) =>
    found.mergedInto ? 'case-is-merged' : found.automatic ? undefined : 'routed-by-a-person',
}

const BARS: Record<Bar, (found: Standing) => (string | null)[]> = {
  'wrote-or-verified-it': (found) => [found.repliedBy, found.verifiedBy],
  'had-a-hand-in-it': (found) => [found.repliedBy, found.verifiedBy, found.releasedBy],
}
