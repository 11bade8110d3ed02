import type { Db } from '#platform'
import { apply } from '../model/apply.ts'
import type { ProblemFacts } from '../model/problem.ts'
import type { StepName } from '../model/steps.ts'
import { take } from '../model/take.ts'
import * as problems from '../store/problems.ts'

/** Takes a step in the name of the finder or of time; where the table does not allow it, nothing happens. */
export async function bySystem(
  tx: Db,
  id: string,
  step: StepName,
  facts: ProblemFacts,
  at: Temporal.Instant,
): Promise<boolean> {
  const found = await problems.lock(tx, id)
  const move = found && take(step, found.state, ['system'])
  if (!found || !move?.ok) return false
  const event = {
    problemId: id,
    seq: found.seq + 1,
    step,
    at,
    role: move.value.role,
    actorId: null,
    facts,
  }
  await problems.record(tx, apply(found, event, move.value.to), event)
  return true
}
