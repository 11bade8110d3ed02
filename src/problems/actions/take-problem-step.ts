import { isId, newId, no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import { apply } from '../model/apply.ts'
import { complaints } from '../model/input.ts'
import type { Problem } from '../model/problem.ts'
import { rolesOn } from '../model/reach.ts'
import type { StepName } from '../model/steps.ts'
import { take } from '../model/take.ts'
import * as problems from '../store/problems.ts'
import type { Act, Moment } from './act.ts'
import { accept, describing, description, edit, merge, reject } from './acts/deciding.ts'
import { cause, fix, leaveOut, plan, publish, takeIn } from './acts/mending.ts'
import { announcement, answer, endAnnouncement } from './acts/telling.ts'
import { EMPTY } from './follow-growth.ts'
import type { Tools } from './tools.ts'

/** How each step that a person takes is done; the finder and time take theirs elsewhere. */
const ACTS: Partial<Record<StepName, Act>> = {
  accept,
  edit,
  reject,
  merge,
  cause,
  plan,
  fix,
  publish,
  answer,
  announce: announcement,
  'end-announcement': endAnnouncement,
  'leave-out': leaveOut,
  'take-in': takeIn,
}

export interface ProblemStep {
  id: string
  step: StepName
  input: unknown
}

/**
 * The one door through which staff do anything to a problem: asks the table, checks what was given, and writes event
 * and state in one transaction. Out of reach and unknown are one answer; a refusal changes nothing.
 */
export async function takeProblemStep(
  tools: Tools,
  officer: Officer,
  { id, step, input }: ProblemStep,
): Promise<Result<Problem>> {
  const act = ACTS[step]
  if (!isId(id) || !act) return no('not-found')
  const directory = await tools.directory()
  return tools.db.transaction(async (tx) => {
    const found = await problems.lock(tx, id)
    const roles = found ? rolesOn(officer, found, directory) : []
    if (!found || roles.length === 0) return no('not-found')
    const move = take(step, found.state, roles)
    if (!move.ok) return move
    const parsed = act.input.safeParse(input)
    if (!parsed.success) return no('invalid', complaints(parsed.error))
    const moment: Moment = { tx, now: tools.clock.now(), directory, officer }
    const decision = await act.decide(found, parsed.data, moment)
    if (!decision.ok) return decision
    const event = {
      problemId: id,
      seq: found.seq + 1,
      step,
      at: moment.now,
      role: move.value.role,
      actorId: officer.id,
      facts: decision.value.facts ?? {},
    }
    const after = apply(found, event, move.value.to)
    await problems.record(tx, after, event)
    await decision.value.also?.()
    return yes(after)
  })
}

/** A problem that people know of before any text says it: open at once, and its owner sees it. */
export async function declareProblem(
  tools: Tools,
  officer: Officer,
  input: unknown,
): Promise<Result<Problem>> {
  const directory = await tools.directory()
  const parsed = description.safeParse(input)
  const roles = rolesOn(officer, { entity: parsed.data?.entity ?? null, state: 'open' }, directory)
  const move = take('declare', undefined, roles)
  if (!move.ok) return move
  if (!parsed.success) return no('invalid', complaints(parsed.error))
  const facts = describing(parsed.data, directory)
  if (!facts.ok) return facts
  const { title = { ar: '', en: '' }, category = null, place = null, entity = null } = facts.value
  if (!entity) return no('invalid', { entity: 'required' })
  const at = tools.clock.now()
  const problem: Problem = {
    ...EMPTY,
    id: newId(),
    state: 'open',
    title,
    category,
    place,
    entity,
    proposedAt: at,
    openedAt: at,
    seq: 1,
  }
  const event = { problemId: problem.id, seq: 1, step: 'declare' as const, at, actorId: officer.id }
  await problems.record(tools.db, problem, { ...event, role: move.value.role, facts: facts.value })
  return yes(problem)
}
