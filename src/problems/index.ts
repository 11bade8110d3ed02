export { OUTCOMES as ANSWER_OUTCOMES } from './actions/acts/telling.ts'
export { announceKnown } from './actions/announce-known.ts'
export {
  type AnswerToAll,
  AT_ONCE,
  answerToAll,
  isTurn,
  type Sent,
  sendOn,
  TURNS,
  type Turn,
} from './actions/answer-all.ts'
export { problemFinder, readEverything, rebuildProblems } from './actions/find-problems.ts'
export { followProblem } from './actions/follow-problem.ts'
export { judgeFixes } from './actions/judge-fixes.ts'
export { linkCases } from './actions/link-cases.ts'
export { listProblems, type OpenedProblem, openProblem, type ShownSample } from './actions/open-problem.ts'
export { announced, knownAbout, knownProblem, listPublicProblems } from './actions/public-problems.ts'
export { declareProblem, type ProblemStep, takeProblemStep } from './actions/take-problem-step.ts'
export { forgetFollowers, tellFollowers } from './actions/tell-followers.ts'
export { tellStaff } from './actions/tell-staff.ts'
export { tidyProblems } from './actions/tidy.ts'
export type { TellingTools, Tools } from './actions/tools.ts'
export type { Announcement } from './model/announcement.ts'
export { LEAST } from './model/growth.ts'
export { LIMITS as PROBLEM_LIMITS } from './model/input.ts'
export type { Problem, ProblemEvent, ProblemFacts } from './model/problem.ts'
export { SEEING } from './model/reach.ts'
export { redact } from './model/redact.ts'
export {
  ACTIVE,
  isStep as isProblemStep,
  STATES,
  STEPS as PROBLEM_STEPS,
  type State,
  type StepName,
  UNFIXED,
} from './model/steps.ts'
export type { Judged, Rate, Verdict } from './model/verdict.ts'
export type { AnsweredCase, KeptAnswer } from './store/answers.ts'
export type { Cost } from './store/problem-cases.ts'
export type { ListedProblem, ToldEvent } from './store/problems.ts'
export type { PublicProblem } from './store/public.ts'
