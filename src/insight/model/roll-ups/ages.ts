import { asHistogram, type Bar, between } from './percentile.ts'

/** Days in [from, to). */
export interface Days {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/**
 * The months between which the medians of some histograms lie; the median of several together lies there as well.
 *
 * @param months ages as of the first of each month, in days until `today`
 * @returns undefined where nothing is open
 */
export function monthsInTheMiddle(
  months: Iterable<readonly Bar[]>,
  today: Temporal.PlainDate,
): Days | undefined {
  const ages = [...months].flatMap((bars) => {
    const found = between(bars, 0.5)
    return found ? [found.lower.bin, found.upper.bin] : []
  })
  if (ages.length === 0) return undefined
  const [from, last] = [Math.max(...ages), Math.min(...ages)].map((days) => today.subtract({ days })) as Ends
  return { from, to: last.add({ months: 1 }) }
}
type Ends = [Temporal.PlainDate, Temporal.PlainDate]

/** Months with those in the middle told apart by the day: the same cases, and the same median as if all were. */
export function toTheDay(
  months: readonly Bar[],
  days: readonly Bar[],
  { from, to }: Days,
  today: Temporal.PlainDate,
): Bar[] {
  const outside = months.filter(({ bin }) => {
    const first = today.subtract({ days: bin })
    return Temporal.PlainDate.compare(first, from) < 0 || Temporal.PlainDate.compare(first, to) >= 0
  })
  return asHistogram([...outside, ...days])
}
