import type { StepName } from '#cases'
import type { Cell } from './cells.ts'
import { dayOf } from './contribution.ts'
import { type Dimensions, NONE } from './cubes.ts'
import type { ACTS, Counts } from './measures.ts'

/** Something that was done to a case, and who held it until then. */
export interface Act {
  caseId: string
  seq: number
  step: (typeof ACT_STEPS)[number]
  at: Temporal.Instant
  /** The entity that held it before, and the category it was in. */
  holder: string | null
  about: string | null
  /** Where a routing sends it. */
  entity: string | null
  category: string | null
  /** Whom a rung told, and which clock it belongs to. */
  tells: string[] | null
  clock: string | null
}

/** Steps that are counted as acts. */
export const ACT_STEPS = [
  'route',
  'escalate',
  'refuse',
  'return',
  'reopen',
  'object',
  'uphold',
  'extend',
] as const satisfies readonly StepName[]

/**
 * Credit and blame follow who held the case when: a refusal is counted for the entity that refused, a rung for the
 * one whose clock it was, whatever becomes of the case later. Routing, reviews and objections are the central
 * office's own clocks: their rungs are credited to no entity.
 */
export function creditedCell(act: Act, of: Dimensions, zone: string): Cell {
  const routed = act.step === 'route'
  return {
    entity: (routed ? act.entity : isCentral(act) ? NONE : act.holder) ?? NONE,
    category: (routed ? act.category : act.about) ?? NONE,
    place: of.place,
    type: of.type,
    channel: of.channel,
    source: of.source,
    basis: 'happened',
    day: dayOf(act.at, zone),
    counts: countsOf(act),
  }
}

const countsOf = (act: Act): Partial<Counts> => ({ [measureOf(act)]: 1 })

/** What an act is counted as. */
export function measureOf({ step, tells }: Pick<Act, 'step' | 'tells'>): ActMeasure {
  return step === 'escalate' ? climbed(tells ?? []) : COUNTED[step]
}

type ActMeasure = (typeof ACTS)[number]

const COUNTED: Record<Exclude<Act['step'], 'escalate'>, ActMeasure> = {
  route: 'handed',
  refuse: 'bounced',
  return: 'returned',
  reopen: 'reopened',
  object: 'objected',
  uphold: 'upheld',
  extend: 'extended',
}

const isCentral = ({ step, clock }: Act): boolean =>
  step === 'escalate' && clock !== 'reply' && clock !== 'first-action'

/** A rung is counted once, for the highest whom it tells. */
function climbed(tells: readonly string[]): ActMeasure {
  if (tells.includes('operator')) return 'toOperations'
  if (tells.includes('minister')) return 'toMinister'
  return tells.includes('head') ? 'toHead' : 'warned'
}
