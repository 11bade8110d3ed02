import { findCase } from '#cases'
import { isId, no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import type { Announcement } from '../model/announcement.ts'
import type { Problem } from '../model/problem.ts'
import { reachOf, rolesOn } from '../model/reach.ts'
import { redact } from '../model/redact.ts'
import type { Actor, State, StepName } from '../model/steps.ts'
import { openSteps } from '../model/take.ts'
import type { Judged } from '../model/verdict.ts'
import { runningOf } from '../store/announcements.ts'
import * as own from '../store/problem-cases.ts'
import * as problems from '../store/problems.ts'
import { verdictOf } from './judge-fixes.ts'
import type { Tools } from './tools.ts'

const MOST_LISTED = 200
const MOST_SAMPLES = 8

/** Problems of some states within an officer's reach, the largest first; at most two hundred. */
export async function listProblems(
  { db, directory }: Pick<Tools, 'db' | 'directory'>,
  officer: Officer,
  states: readonly State[],
): Promise<problems.ListedProblem[]> {
  return problems.list(db, reachOf(officer, await directory()), states, MOST_LISTED)
}

/** What a case of the problem says, without whoever said it. */
export interface ShownSample {
  caseId: string
  at: Temporal.Instant
  language: string
  text: string
  /** Its public number, for whoever may open it. */
  reference: string | null
}

/** A problem as an officer may see it, with what they may do. */
export interface OpenedProblem {
  problem: Problem
  roles: Actor[]
  steps: StepName[]
  cost: own.Cost
  /** When its cases were received. */
  times: Temporal.Instant[]
  samples: ShownSample[]
  history: problems.ToldEvent[]
  announced: Announcement | undefined
  /** Once it was fixed. */
  judged: Judged | undefined
}

/**
 * Opens a problem for an officer. Texts are shown without names, telephones and numbers, to everybody alike: a
 * problem is about a fault, and whoever works on a case has its own page.
 */
export async function openProblem(
  tools: Pick<Tools, 'db' | 'directory' | 'clock'>,
  officer: Officer,
  id: string,
): Promise<Result<OpenedProblem, 'not-found'>> {
  const { db, clock } = tools
  const problem = isId(id) ? await problems.find(db, id) : undefined
  const roles = problem ? rolesOn(officer, problem, await tools.directory()) : []
  if (!problem || roles.length === 0) return no('not-found')
  const now = clock.now()
  const found = ['proposed', 'rejected'].includes(problem.state) ? own.clusterTimes : own.times
  const [cost, times, samples, history, announced, judged] = await Promise.all([
    own.cost(db, id, now),
    found(db, id),
    own.samples(db, id, MOST_SAMPLES),
    problems.history(db, id),
    runningOf(db, id, now),
    problem.fixedAt ? verdictOf(db, id, problem.fixedAt, now) : undefined,
  ])
  return yes({
    problem,
    roles,
    steps: openSteps(problem.state, roles),
    cost: cost ?? { cases: 0, people: 0, open: 0, daysWaited: 0 },
    times,
    samples: await Promise.all(samples.map((each) => shownTo(db, officer, each))),
    history,
    announced,
    judged,
  })
}

const shownTo = async (db: Tools['db'], officer: Officer, { names, text, ...each }: own.Sample) => ({
  ...each,
  text: redact(text, names),
  reference: (await findCase(db, officer, each.caseId))?.reference ?? null,
})
