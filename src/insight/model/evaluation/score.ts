import { wilson } from './intervals.ts'
import { type Card, MEASURE_IDS, MEASURES, type MeasureId, type Score, type Share } from './measures.ts'

export interface Formula {
  version: number
  /** Parts of a hundred. */
  weights: Readonly<Partial<Record<MeasureId, number>>>
  /** Without so many reviewed replies there is no score: speed alone must not make one. */
  leastReviewed: number
  /** Where a month has too few, it is taken together with the ones before, up to so many. Absent: never. */
  mostMonths?: number
}

/**
 * How a score is made: data, shown to everyone who is shown a score. Replies on time and first acts together weigh less
 * than the difference that reviewers see between an empty reply and a good one, so that being fast with nothing to say
 * loses to saying it a day later, also where that day broke the promise. Speed beyond the promise earns nothing.
 */
export const FORMULA: Formula = {
  version: 2,
  weights: {
    quality: 35,
    'first-right': 20,
    satisfied: 10,
    'on-time': 12,
    promises: 8,
    returned: 7,
    objections: 5,
    'first-action': 3,
  },
  leastReviewed: 5,
  mostMonths: 3,
}

/** A score, with what it rests on where that is more than the month. */
export type Scored = Pick<Card, 'score' | 'over'>

/**
 * The score of a month, alone or with as few of the months before it as have enough reviewed replies together: a small
 * entity, or a person whose team shares a sample, would never have one otherwise. A month of which no reply was
 * reviewed has none: earlier ones must not speak for it.
 *
 * @param before the shares of the months before it, the last one first; undefined for a month without a card
 */
export function scoreOver(shares: Shares, before: readonly (Shares | undefined)[], formula: Formula): Scored {
  if (shares.quality.n === 0) return { score: null }
  const alone = scoreOf(shares, formula)
  if (alone) return { score: alone }
  for (let months = 2; months <= Math.min(formula.mostMonths ?? 1, before.length + 1); months++) {
    const pooled = poolShares([shares, ...before.slice(0, months - 1).filter((each) => each !== undefined)])
    const score = scoreOf(pooled, formula)
    if (score) return { score, over: { months, shares: pooled } }
  }
  return { score: null }
}

type Shares = Card['shares']

/** Several months or subjects as if they were one. */
export const poolShares = (all: readonly Shares[]): Shares =>
  Object.fromEntries(
    MEASURE_IDS.map((id) => [
      id,
      shareOf({
        n: all.reduce((sum, shares) => sum + shares[id].n, 0),
        sum: all.reduce((sum, shares) => sum + shares[id].sum, 0),
      }),
    ]),
  ) as Shares

/** A share with its interval. */
export const shareOf = ({ n, sum }: { n: number; sum: number }): Share => ({
  ...{ n, sum, value: n === 0 ? null : sum / n },
  ...wilson(sum, n),
})

/**
 * The score of a card. What was not measured leaves its weight to the rest. The interval takes the parts' own as
 * independent of each other. Whoever takes over cases that are late already has no promise to be judged by, and is
 * scored by the rest.
 *
 * @returns null with too few reviewed replies
 */
export function scoreOf(
  shares: Readonly<Record<MeasureId, Share>>,
  { weights, leastReviewed }: Formula,
): Score | null {
  if (shares.quality.n < leastReviewed) return null
  const parts = Object.entries(weights).flatMap(([id, weight]) => {
    const { n, value, low, high } = shares[id as MeasureId]
    if (n === 0 || value === null) return []
    return [
      {
        weight,
        value: MEASURES[id as MeasureId].better === 'more' ? value : 1 - value,
        half: (high - low) / 2,
      },
    ]
  })
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  const value = parts.reduce((sum, part) => sum + part.weight * part.value, 0) / whole
  const half = Math.sqrt(parts.reduce((sum, part) => sum + (part.weight * part.half) ** 2, 0)) / whole
  return { value: 100 * value, low: 100 * Math.max(0, value - half), high: 100 * Math.min(1, value + half) }
}
