import { type Expectation, expect, LEAST_WEEKS, spread } from '../../model/forecasts/expect.ts'
import { expectDay, hourShares, weekdayShares } from '../../model/forecasts/expect-day.ts'
import {
  type DailySeries,
  partsOf,
  type SeriesName,
  type WeeklySeries,
  weeksOf,
} from '../../model/forecasts/series.ts'
import type { KeptExpectation } from '../../store/forecasts/expectations.ts'
import * as expectations from '../../store/forecasts/expectations.ts'
import { sumCells } from '../../store/roll-ups/cells.ts'
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
 * Once a day, and again when the history has grown since, an hour later at the soonest.
 *
 * @returns how many series; 0 also when there was nothing to do
 */
export async function forecast({ db, clock, directory: load }: ForecastTools): Promise<number> {
  const [now, directory] = [clock.now(), await load()]
  const today = dayOf(now, directory)
  const to = today.subtract({ days: WEEK_BEFORE })
  const from = to.subtract({ weeks: HISTORY_WEEKS })
  const last = await expectations.lastMade(db, today)
  if (last && Temporal.Instant.compare(last.at, now.subtract(FRESH)) > 0) return 0
  const [known] = await sumCells(db, { basis: 'happened', from, to }, undefined, 'day')
  const history = known?.received ?? 0
  if (last?.history === history) return 0
  const [series, hours] = await Promise.all([
    readSeries(db, from, to, directory),
    expectations.hourly(
      db,
      startOf(today.subtract({ weeks: 8 }), directory),
      startOf(today, directory),
      directory.timeZone,
    ),
  ])
  const counts = Array.from({ length: 24 }, (_, hour) => hours.find((each) => each.hour === hour)?.n ?? 0)
  const shares = hourShares(counts)
  const found: KeptExpectation[] = []
  const weekdays = new Map<string, number[]>()
  for (const each of series.daily) {
    if (each.dimension === 'category') weekdays.set(each.key, weekdayShares(each.days))
    found.push(...expectationOf(each, shares))
    await aMoment()
  }
  for (const each of series.weekly) {
    const { category = '' } = partsOf(each)
    found.push(...expectationOfWeeks(each, weekdays.get(category) ?? [], shares))
    await aMoment()
  }
  if (found.length === 0) return 0
  await db.transaction((tx) => expectations.put(tx, today, found, history, now))
  return found.length
}

function expectationOf({ dimension, key, days: all }: DailySeries, hours: number[]): KeptExpectation[] {
  const days = fromFirst(all)
  const week = expectWeek(weeksOf(days))
  if (!week) return []
  const { today, low: todayLow, high: todayHigh } = expectDay(days, week)
  return [kept({ dimension, key }, week, { today, todayLow, todayHigh, hours })]
}

/** A day of a category in one governorate is taken to be that weekday's share of the category's week. */
function expectationOfWeeks(
  { dimension, key, weeks }: WeeklySeries,
  weekdays: number[],
  hours: number[],
): KeptExpectation[] {
  const week = expectWeek(fromFirst(weeks))
  if (!week) return []
  const today = week.expected * (weekdays[6] ?? 1 / 7)
  const { low: todayLow, high: todayHigh } = spread(today, [])
  return [kept({ dimension, key }, week, { today, todayLow, todayHigh, hours })]
}

function expectWeek(weeks: readonly number[]): Expectation | undefined {
  const lately = weeks.slice(-LEAST_WEEKS).reduce((sum, each) => sum + each, 0)
  return lately >= LEAST_CASES ? expect(weeks) : undefined
}

function kept(
  name: SeriesName,
  { expected: week, low: weekLow, high: weekHigh, weeks }: Expectation,
  day: Pick<KeptExpectation, 'today' | 'todayLow' | 'todayHigh' | 'hours'>,
): KeptExpectation {
  return { ...name, week, weekLow, weekHigh, weeks, ...day }
}

const fromFirst = (counts: readonly number[]): number[] => {
  const first = counts.findIndex((count) => count > 0)
  return first < 0 ? [] : counts.slice(first)
}

/** A country has over a thousand series: whoever else this process serves comes in between. */
const aMoment = () => new Promise<void>((resolve) => setImmediate(resolve))
