import type { Names } from '#entities'
import type { Lasted } from '../roll-ups/cells.ts'
import type { Measure } from '../roll-ups/measures.ts'

/** How a figure comes from the roll-ups; counts are of the period, standings are as of its last day. */
export type Formula =
  | { kind: 'count'; of: Measure; type?: 'praise' }
  | { kind: 'share'; of: Measure; per: Measure | 'complaints' }
  /** May be more than one each: returns of one case. */
  | { kind: 'per-hundred'; of: Measure; per: Measure }
  | { kind: 'mean'; of: Measure; per: Measure }
  | { kind: 'percentile'; of: Lasted; share: number }
  | { kind: 'standing'; of: 'open' | 'overdue' }
  /** Half of those still open have waited this long, or longer. */
  | { kind: 'age' }

export type Unit = 'cases' | 'share' | 'per-hundred' | 'days' | 'hours' | 'of-five' | 'acts'
export type Audience = 'public' | 'entity' | 'minister' | 'operations'

/** What is measured: data, so that an indicator is added by a line, and everybody reads the same definition. */
export interface Indicator {
  id: string
  /** Raised whenever definition or formula change. */
  version: number
  name: Names
  definition: Names
  unit: Unit
  /** Which way is better; null where a number says nothing about that. */
  better: 'more' | 'less' | null
  /** In the indicator's unit. */
  target: number | null
  audience: readonly Audience[]
  formula: Formula
}

/** What some indicators need besides counts. */
export const timesOf = (indicators: readonly Indicator[]): ReadonlySet<Lasted | 'age'> =>
  new Set(
    indicators.flatMap(({ formula }) => {
      if (formula.kind === 'percentile') return [formula.of]
      return formula.kind === 'age' ? ['age' as const] : []
    }),
  )

/** Whether its value is a number of cases or acts, not a share or a time of them. */
export const isCount = ({ formula: { kind } }: Pick<Indicator, 'formula'>): boolean =>
  kind === 'count' || kind === 'standing'

/** A value with the number of cases that it speaks of. */
export interface Measured {
  id: string
  /** Null where there is nothing to measure. */
  value: number | null
  /** The denominator; for counts the count itself. */
  n: number
  /** Times are not kept for such a mixture of dimensions: it is not that there are none. */
  notKept?: true
}
