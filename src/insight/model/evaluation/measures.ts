/** What evaluation looks at. Names and definitions stand in the catalogue, under these ids. */
export const MEASURES = {
  'on-time': { better: 'more' },
  'first-action': { better: 'more' },
  'first-right': { better: 'more' },
  objections: { better: 'less' },
  returned: { better: 'less' },
  promises: { better: 'more' },
  satisfied: { better: 'more' },
  quality: { better: 'more' },
} as const satisfies Record<string, { better: 'more' | 'less' }>

export type MeasureId = keyof typeof MEASURES
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[]

/** Below this many, a number says little, and is marked. */
export const SMALL = 10

/** A share as it was measured. */
export interface Share {
  n: number
  /** How many of the n it was true of; of reviewed replies, the sum of their shares of the full mark. */
  sum: number
  /** Null when there was nothing to measure. */
  value: number | null
  low: number
  high: number
}

/** Days that an answer was in somebody's hands. */
export interface Held {
  n: number
  value: number | null
  low: number | null
  high: number | null
}

/** A month of an entity, or of a person at an entity. Frozen as it is. */
export interface Card {
  shares: Record<MeasureId, Share>
  held: Held
  /** Released in the month. */
  answers: number
  /** Thanks among them. */
  praise: number
  score: Score | null
  /** What the score rests on when this month alone has too few reviewed replies: it and the months before, as one. */
  over?: { months: number; shares: Record<MeasureId, Share> }
  /** What another system brought of that; of entities alone, because it does not say who did it. */
  imported?: { answers: number; dates: number }
}

/** Out of a hundred. */
export interface Score {
  value: number
  low: number
  high: number
}
