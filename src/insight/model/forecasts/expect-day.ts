import { type Expectation, mean, spread } from './expect.ts'
import { weeksOf } from './series.ts'

/** Weeks from which the share of each weekday is learnt. */
const LEARNT = 26

export interface ExpectedDay {
  today: number
  low: number
  high: number
}

/**
 * The last of the seven days that a week's expectation is about. Its interval is that of days: what a day had beside
 * what its week's forecast had given it.
 *
 * @param days until the day before those seven, the oldest first
 */
export function expectDay(days: readonly number[], { expected, forecasts }: Expectation): ExpectedDay {
  const offset = days.length % 7
  const shares = weekdayShares(days)
  const errors = weeksOf(days).flatMap((_, week) =>
    shares.map(
      (share, day) =>
        Math.sqrt(days[offset + week * 7 + day] ?? 0) - Math.sqrt((forecasts[week] ?? 0) * share),
    ),
  )
  const today = expected * (shares[6] ?? 0)
  return { today, ...spread(today, errors.slice(-LEARNT * 2 * 7)) }
}

/** How a week's cases fall on its seven days; the last is the weekday that the series ended on. One in sum. */
export function weekdayShares(days: readonly number[]): number[] {
  const lately = days.slice(-7 * Math.min(LEARNT, Math.floor(days.length / 7)))
  const means = Array.from({ length: 7 }, (_, day) => mean(lately.filter((_, at) => at % 7 === day)))
  const whole = means.reduce((sum, each) => sum + each, 0)
  return whole > 0 ? means.map((each) => each / whole) : means.map(() => 1 / 7)
}

/**
 * How a day's cases fall on its hours, from counts by the hour; a little of every hour, so that a single night is no
 * surprise. One in sum.
 */
export function hourShares(counts: readonly number[]): number[] {
  const whole = counts.reduce((sum, each) => sum + each, 0) + 24 * 0.25
  return Array.from({ length: 24 }, (_, hour) => ((counts[hour] ?? 0) + 0.25) / whole)
}

/** The part of a day's cases that should have come by a moment of it: whole hours and a part of the running one. */
export const shareBy = (hours: readonly number[], hour: number, minute: number): number =>
  hours.slice(0, hour).reduce((sum, each) => sum + each, 0) + (hours[hour] ?? 0) * (minute / 60)
