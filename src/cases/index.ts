export type { Tools } from './actions/act.ts'
export { findWithPin } from './actions/find-with-pin.ts'
export { searchIndexer } from './actions/index-for-search.ts'
export { letTimeAct } from './actions/let-time-act.ts'
export type { Performed } from './actions/perform.ts'
export { type Submitter, submitCase } from './actions/submit-case.ts'
export { type StepToTake, takeStep, type Who } from './actions/take-step.ts'
export type { CaseEvent, Facts, Words } from './model/event.ts'
export { LIMITS, OBJECTION_DAYS } from './model/limits.ts'
export { pinOf } from './model/pin.ts'
export { replay } from './model/replay.ts'
export {
  type CaseType,
  CHANNELS,
  type Channel,
  OUTCOMES,
  type Outcome,
  REPLY_OUTCOMES,
  STAGES,
  type Stage,
  TYPES,
  UNANSWERED,
} from './model/stages.ts'
export { type CaseState, CLOCK_HOLDER, type ClockName } from './model/state.ts'
export { type Actor, isStep, STEPS, type StepName } from './model/steps.ts'
export { openSteps, take } from './model/take.ts'
