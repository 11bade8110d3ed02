import { MEASURES, type MeasureId, type Score, type Share } from './measures.ts'

export interface Formula {
  version: number
  /** Parts of a hundred. */
  weights: Readonly<Partial<Record<MeasureId, number>>>
  /** Without so many reviewed replies there is no score: speed alone must not make one. */
  leastReviewed: number
}

/**
 * How a score is made: data, shown to everyone who is shown a score. Kept promises and first acts together weigh less
 * than the difference that reviewers see between an empty reply and a good one, so that being fast with nothing to say
 * loses to saying it a day later, also where that day broke the promise. Speed beyond the promise earns nothing.
 */
export const FORMULA: Formula = {
  version: 1,
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
}

/**
 * The score of a card. What was not measured leaves its weight to the rest. The interval takes the parts' own as
 * independent of each other.
 *
 * @returns null with too few reviewed replies, or when no promise was judged
 */
export function scoreOf(
  shares: Readonly<Record<MeasureId, Share>>,
  { weights, leastReviewed }: Formula,
): Score | null {
  if (shares.quality.n < leastReviewed || shares['on-time'].n === 0) return null
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
