import { z } from 'zod'
import type { Directory } from '#entities'
import { no, type Result, yes } from '#kernel'
import { chosen, id, LIMITS, written } from '../../model/input.ts'
import type { ProblemFacts } from '../../model/problem.ts'
import * as clusters from '../../store/clusters.ts'
import { moveEverything } from '../../store/merge.ts'
import { takeClusterCases } from '../../store/problem-cases.ts'
import * as problems from '../../store/problems.ts'
import { act } from '../act.ts'

const described = {
  titleAr: written(LIMITS.title),
  titleEn: written(LIMITS.title),
  category: chosen,
  place: chosen,
  entity: chosen,
}

type Described = z.output<z.ZodObject<typeof described>>

/** It is a problem: it gets a name, an owner, and its cases. */
export const accept = act({
  input: z.strictObject({ ...described }),
  decide(problem, given, { tx, directory }) {
    const facts = describing(given, directory)
    if (!facts.ok) return facts
    if (!given.entity) return no('invalid', { entity: 'required' })
    return yes({ facts: facts.value, also: () => takeClusterCases(tx, problem.id) })
  },
})

export const edit = act({
  input: z.strictObject({ ...described }),
  decide(problem, given, { directory }) {
    const facts = describing(given, directory)
    if (!facts.ok) return facts
    if (problem.openedAt && !given.entity) return no('invalid', { entity: 'required' })
    return yes({ facts: facts.value })
  },
})

/** It is none. Remembered with its size, so that it comes again only when it has clearly grown. */
export const reject = act({
  input: z.strictObject({ reason: written(LIMITS.reason) }),
  decide: async (problem, { reason }, { tx }) =>
    yes({ facts: { reason, cases: await clusters.sizeOf(tx, problem.id) } }),
})

/** It is the same as another, which gets its cases, its followers and whatever comes. */
export const merge = act({
  input: z.strictObject({ into: id }),
  async decide(problem, { into }, { tx }) {
    const other = into === problem.id ? undefined : await problems.lock(tx, into)
    if (!other?.openedAt || other.state === 'merged' || other.state === 'rejected')
      return no('invalid', { into: 'choose-one' })
    return yes({ facts: { into }, also: () => moveEverything(tx, problem.id, into) })
  },
})

/** What a description comes to; refused where it names what is not there. */
export function describing(given: Described, directory: Directory): Result<ProblemFacts> {
  const { category, place, entity } = given
  if (category && !directory.category(category)) return no('invalid', { category: 'no-such-category' })
  if (place && !directory.place(place)) return no('invalid', { place: 'not-a-place' })
  if (entity && !directory.entity(entity)?.active) return no('invalid', { entity: 'no-such-entity' })
  return yes({ title: { ar: given.titleAr, en: given.titleEn }, category, place, entity })
}

export const description = z.strictObject({ ...described })
