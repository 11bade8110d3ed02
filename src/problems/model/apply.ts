import type { Problem, ProblemEvent } from './problem.ts'
import type { State } from './steps.ts'

type Changes = Partial<Problem>

/** A problem after an event; the only place where one changes. */
export function apply(before: Problem, event: ProblemEvent, to: State): Problem {
  const change: Changes = CHANGES[event.step]?.(event, before) ?? {}
  return { ...before, ...change, state: to, seq: event.seq }
}

/** What was given anew; what was not given stays. */
const given = ({ facts: { title, category, place, entity } }: ProblemEvent): Changes => ({
  ...(title && { title }),
  ...(category !== undefined && { category }),
  ...(place !== undefined && { place }),
  ...(entity !== undefined && { entity }),
})

const CHANGES: Partial<Record<ProblemEvent['step'], (event: ProblemEvent, before: Problem) => Changes>> = {
  accept: (event) => ({ ...given(event), openedAt: event.at, rejectedAtSize: null }),
  edit: given,
  reject: ({ facts }) => ({ rejectedAtSize: facts.cases ?? 0 }),
  merge: ({ facts }) => ({ mergedInto: facts.into ?? null }),
  cause: ({ facts }) => ({ cause: facts.cause ?? null }),
  plan: ({ facts }) => ({
    fix: facts.fix ?? null,
    fixBy: facts.fixBy ? Temporal.PlainDate.from(facts.fixBy) : null,
    // A fix that did not hold is no longer one; what was told about it is taken back.
    fixedAt: null,
    judgedAt: null,
    told: null,
  }),
  fix: ({ facts, at }) => ({
    fixedAt: facts.fixedAt ? Temporal.Instant.from(facts.fixedAt) : at,
    judgedAt: null,
  }),
  hold: ({ at }) => ({ judgedAt: at }),
  'come-back': ({ at }) => ({ judgedAt: at, told: null }),
  publish: ({ facts }) => ({ told: facts.told ?? null }),
}
