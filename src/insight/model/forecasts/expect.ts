/**
 * What is to be expected of the next seven days, from the weeks before: a level that follows slowly, a damped trend,
 * and what the same weeks of earlier years were like. Small enough to be explained to whoever is woken by it.
 */
export interface Settings {
  /** How quickly the level follows: the weight of the newest week. */
  follow: number
  /** Of the drift from week to week, how much is carried on; 0 for none. */
  drift: number
  /** How much the same weeks of earlier years count, 0 to 1. */
  season: number
}

export interface Expectation {
  /** Cases in the next week. */
  expected: number
  /** Between these it came in about nineteen weeks of twenty. */
  low: number
  high: number
  /** Weeks that were forecast to know the interval. */
  weeks: number
  /** The settings that served best, the best first. */
  settings: Settings[]
  /** What would have been forecast for each week from the weeks before it, and for the one to come. */
  forecasts: number[]
}

const YEAR = 52
/** Weeks that a level needs to find itself. */
export const WARM_UP = 8
/** Older errors say little about today. */
const REMEMBERED = 104

const CHOICES: readonly Settings[] = [0.08, 0.15, 0.25, 0.4, 0.6].flatMap((follow) =>
  [0, 0.1].flatMap((drift) => [0, 0.35, 0.7].map((season) => ({ follow, drift, season }))),
)

/**
 * Each series is forecast as would have served it best so far: the settings with the smallest errors one week ahead.
 *
 * @param weeks counts of whole weeks, the oldest first
 * @returns undefined for less than half a year of weeks: then nothing is claimed
 */
export function expect(weeks: readonly number[]): Expectation | undefined {
  if (weeks.length < LEAST_WEEKS) return undefined
  const seasons = seasonIndices(weeks)
  const tried = CHOICES.map((settings) => {
    const forecasts = oneAhead(weeks, seasons, settings)
    return { settings, forecasts, error: meanError(weeks, forecasts) }
  })
  const best = tried.toSorted((one, other) => one.error - other.error).slice(0, TOGETHER)
  const forecasts = Array.from({ length: weeks.length + 1 }, (_, at) =>
    mean(best.map(({ forecasts }) => forecasts[at] ?? 0)),
  )
  const expected = forecasts.at(-1) ?? 0
  const errors = weeks
    .map((count, at) => Math.sqrt(count) - Math.sqrt(forecasts[at] ?? 0))
    .slice(remembered(weeks))
  const settings = best.map(({ settings }) => settings)
  return { expected, settings, forecasts, weeks: errors.length, ...spread(expected, errors) }
}

/** The best few together err less than the best alone, which was best by luck as well. */
const TOGETHER = 5
export const LEAST_WEEKS = 26

/** The forecast of every week from the weeks before it, and as the last one that of the week to come. */
export function oneAhead(weeks: readonly number[], seasons: readonly number[], settings: Settings): number[] {
  const { follow, drift, season } = settings
  const factor = (at: number) => 1 + season * ((seasons[at] ?? 1) - 1)
  let level = mean(weeks.slice(0, WARM_UP).map((count, at) => count / factor(at)))
  let trend = 0
  const forecasts: number[] = []
  for (let at = 0; at <= weeks.length; at++) {
    const ahead = Math.max(0, level + DAMPED * trend)
    forecasts.push(ahead * factor(at))
    const moved = ahead + follow * ((weeks[at] ?? 0) / factor(at) - ahead)
    trend = DAMPED * trend * (1 - drift) + drift * (moved - level)
    level = moved
  }
  return forecasts
}

/** A trend is believed less the longer it is carried on. */
const DAMPED = 0.8

/**
 * How the same week of earlier years stood to the year around it, for each week and the one to come: 1 is as ever.
 * Looks back only, so that a forecast never knows what it forecasts.
 */
export function seasonIndices(weeks: readonly number[]): number[] {
  const around = weeks.map((_, at) => mean(weeks.slice(Math.max(0, at - YEAR / 2), at + YEAR / 2)))
  return Array.from({ length: weeks.length + 1 }, (_, at) => {
    const ratios: number[] = []
    for (let back = at - YEAR; back >= 0; back -= YEAR)
      for (const [beside, weight] of BESIDE) {
        const year = around[back + beside]
        const count = weeks[back + beside]
        // What lies beside it a year ago is in the past as well.
        if (year && count !== undefined) ratios.push(...Array(weight).fill((count + 1) / (year + 1)))
      }
    return ratios.length > 0 ? mean(ratios) : 1
  })
}

const BESIDE = [
  [-1, 1],
  [0, 2],
  [1, 1],
] as const

/**
 * From past errors on the scale of square roots, where counts spread alike whatever their size; never narrower than
 * chance alone would make it.
 */
export function spread(expected: number, errors: readonly number[]): { low: number; high: number } {
  const sorted = errors.toSorted((one, other) => one - other)
  const root = Math.sqrt(expected)
  const below = Math.min(quantile(sorted, 0.025), -CHANCE)
  const above = Math.max(quantile(sorted, 0.975), CHANCE)
  return { low: Math.max(0, root + below) ** 2, high: (root + above) ** 2 }
}

/** The square root of a count that chance alone moves spreads by a half. */
const CHANCE = 1.96 / 2

const remembered = (weeks: readonly number[]) => Math.max(WARM_UP, weeks.length - REMEMBERED)

export const mean = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((sum, each) => sum + each, 0) / values.length : 0

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1)
  const [below = 0, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (above - below) * (at - Math.floor(at))
}

const meanError = (weeks: readonly number[], forecasts: readonly number[]): number =>
  mean(weeks.map((count, at) => Math.abs(count - (forecasts[at] ?? 0))).slice(remembered(weeks)))
