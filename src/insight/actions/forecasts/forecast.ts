import { expect, LEAST_WEEKS } from '../../model/forecasts/expect.ts'
import { expectDay, hourShares } from '../../model/forecasts/expect-day.ts'
import { type DailySeries, weeksOf } from '../../model/forecasts/series.ts'
import * as expectations from '../../store/forecasts/expectations.ts'
import { readSeries } from './read-series.ts'
import { dayOf, type ForecastTools, startOf } from './tools.ts'

/** Three years; what is older says little. */
const HISTORY_WEEKS = 156
/** Whole days before today that the week under judgement has. */
export const WEEK_BEFORE = 6
const FRESH = { hours: 1 }
/** A few cases in half a year have no pattern. */
const LEAST_CASES = 20

/**
 * Writes down what the seven days that end today should bring, of every series with half a year behind it. From the
 * days before those seven alone.
 *
 * @returns how many series; 0 also when that was done within the hour
 */
export async function forecast({ db, clock, directory: load }: ForecastTools): Promise<number> {
  const [now, directory] = [clock.now(), await load()]
  const today = dayOf(now, directory)
  if ((await expectations.madeSince(db, today, now.subtract(FRESH)))?.made) return 0
  const to = today.subtract({ days: WEEK_BEFORE })
  const [series, hours] = await Promise.all([
    readSeries(db, to.subtract({ weeks: HISTORY_WEEKS }), to, directory),
    expectations.hourly(
      db,
      startOf(today.subtract({ weeks: 8 }), directory),
      startOf(today, directory),
      directory.timeZone,
    ),
  ])
  const counts = Array.from({ length: 24 }, (_, hour) => hours.find((each) => each.hour === hour)?.n ?? 0)
  const shares = hourShares(counts)
  const found = series.flatMap((each) => expectationOf(each, shares))
  if (found.length === 0) return 0
  await db.transaction((tx) => expectations.put(tx, today, found, now))
  return found.length
}

function expectationOf({ dimension, key, days: all }: DailySeries, hours: number[]) {
  const first = all.findIndex((count) => count > 0)
  const days = first < 0 ? [] : all.slice(first)
  const weeks = weeksOf(days)
  const lately = weeks.slice(-LEAST_WEEKS).reduce((sum, each) => sum + each, 0)
  const week = lately >= LEAST_CASES ? expect(weeks) : undefined
  if (!week) return []
  const day = expectDay(days, week)
  const { expected, low: weekLow, high: weekHigh } = week
  const ofDay = { today: day.today, todayLow: day.low, todayHigh: day.high }
  return [{ dimension, key, week: expected, weekLow, weekHigh, weeks: week.weeks, ...ofDay, hours }]
}
