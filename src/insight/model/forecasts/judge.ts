import type { SeriesName } from './series.ts'

/** The seven days that end today, as expected and as they are. */
export interface Reading extends SeriesName {
  expected: number
  low: number
  high: number
  /** Six whole days and today so far. */
  observed: number
  /** What of today is still to come if it goes as expected. */
  toCome: number
}

/** An alert that is not over, or the last one that is. */
export interface Known {
  direction: Direction
  over: boolean
  peak: number
}
export type Direction = 'more' | 'fewer'

export type Judgement =
  | { does: 'open'; direction: Direction }
  | { does: 'go-on' }
  | { does: 'end' }
  | undefined

/** An alert over one case a week helps nobody. */
const LEAST_MORE = 5
const LEAST_EXPECTED = 10

/**
 * Whether reality has left the interval. More is certain before the day is over; fewer is said only if the rest of
 * today as expected would not mend it. An alert ends only well within the interval, halfway to what is expected, so
 * that a series on the edge does not come and go; and one that ended this week comes back only beyond its peak.
 *
 * @param known the series' alert that is not over, or one that ended within the last seven days
 */
export function judge(reading: Reading, known?: Known): Judgement {
  const { expected, low, high, observed, toCome } = reading
  const likely = observed + toCome
  if (known && !known.over) {
    const within =
      known.direction === 'more' ? likely <= (expected + high) / 2 : likely >= (expected + low) / 2
    return within ? { does: 'end' } : { does: 'go-on' }
  }
  const beyond = known?.over && known.direction === 'more' ? Math.max(high, known.peak) : high
  if (observed > beyond && observed - expected >= LEAST_MORE) return { does: 'open', direction: 'more' }
  if (known?.over || expected < LEAST_EXPECTED || likely >= low) return undefined
  return { does: 'open', direction: 'fewer' }
}
