import type { Reacher } from './reach.ts'
import type { Stage } from './stages.ts'

/** Cases that wait for somebody in one of their roles: a stage, where, and which of the cases there. */
export interface Turn {
  stage: Stage
  scope: Reacher['grants'][number]['scope']
  scopeId: string | null
  only: Only
}

export type Only =
  /** Not merged into another: that one is worked on instead. */
  | 'standing'
  | 'any'
  /** The entity has not joined, or is the central office itself. */
  | 'acted-for'
  /** Whoever wrote or verified a reply does not release it. */
  | 'not-verified-by-me'
  /** Whoever had a hand in a reply does not judge the objection to it. */
  | 'no-hand-in-it'
  | 'given-to-me'
  | 'entered-by-me'
  | 'late'

/** What waits for an officer, by the roles they hold; says of a list what the table of steps says of one case. */
export const turnsOf = ({ grants }: Reacher): Turn[] =>
  grants.flatMap(({ role, scope, scopeId }) =>
    (WAITING[role] ?? []).map(([stage, only]) => ({
      stage,
      // Whoever works for a whole entity as a handler has only what is given to them.
      only: only === 'given-to-me' && scope === 'unit' ? 'standing' : only,
      scope,
      scopeId: scopeId ?? null,
    })),
  )

const WAITING: Partial<Record<string, readonly (readonly [Stage, Only])[]>> = {
  reviewer: [
    ['received', 'standing'],
    ['with-entity', 'acted-for'],
    ['replied', 'any'],
    ['objected', 'no-hand-in-it'],
  ],
  releaser: [
    ['verified', 'not-verified-by-me'],
    ['objected', 'no-hand-in-it'],
  ],
  liaison: [['with-entity', 'standing']],
  handler: [['with-entity', 'given-to-me']],
  agent: [['awaiting-resident', 'entered-by-me']],
  // They take no step of the daily work; what is late is theirs to move.
  head: [['with-entity', 'late']],
  minister: [['with-entity', 'late']],
  operator: [
    ['received', 'late'],
    ['with-entity', 'late'],
    ['replied', 'late'],
    ['verified', 'late'],
  ],
}
