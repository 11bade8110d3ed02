import type { Directory } from '#entities'
import { newId } from '#kernel'
import type { Db } from '#platform'
import { shareBy } from '../../model/forecasts/expect-day.ts'
import { judge, type Reading, type Speaking, unexplained } from '../../model/forecasts/judge.ts'
import { type DailySeries, nameOfSeries, type SeriesName } from '../../model/forecasts/series.ts'
import * as expectations from '../../store/forecasts/expectations.ts'
import * as surges from '../../store/forecasts/surges.ts'
import { sumCells } from '../../store/roll-ups/cells.ts'
import { explain } from './explain.ts'
import { WEEK_BEFORE } from './forecast.ts'
import { keyOf, readSeries } from './read-series.ts'
import { dayOf, type ForecastTools } from './tools.ts'

/** An alert that ended stays known so long. */
const QUIET = { hours: 7 * 24 }

/** Compares the seven days that end today with what was expected of them: opens, carries on and ends alerts. */
export async function watchSurges({ db, clock, directory: load }: ForecastTools): Promise<void> {
  const [now, directory] = [clock.now(), await load()]
  const today = dayOf(now, directory)
  const from = today.subtract({ days: WEEK_BEFORE })
  const [expected, series] = await Promise.all([
    expectations.ofDay(db, today),
    readSeries(db, from, today.add({ days: 1 }), directory),
  ])
  if (expected.length === 0) return
  const readings = readingsOf(expected, series, now.toZonedDateTimeISO(directory.timeZone))
  await db.transaction(async (tx) => {
    const known = new Map(
      (await surges.known(tx, now.subtract(QUIET))).map((each) => [nameOfSeries(each), each]),
    )
    const day = { tx, now, from, directory }
    for (const each of readings.filter(({ dimension }) => dimension === 'category'))
      await settle(day, each, known.get(nameOfSeries(each)))
    const speaking = await speakingOf(day, readings)
    for (const each of readings.filter(({ dimension }) => dimension !== 'category'))
      await settle(day, unexplained(each, speaking), known.get(nameOfSeries(each)))
  })
}

interface Day {
  tx: Db
  now: Temporal.Instant
  from: Temporal.PlainDate
  directory: Directory
}

function readingsOf(
  expected: readonly expectations.KeptExpectation[],
  series: readonly DailySeries[],
  now: Temporal.ZonedDateTime,
): Reading[] {
  const seen = new Map(series.map((each) => [nameOfSeries(each), each.days.reduce((sum, n) => sum + n, 0)]))
  return expected.map(({ dimension, key, week, weekLow, weekHigh, today, hours }) => ({
    ...{ dimension, key, expected: week, low: weekLow, high: weekHigh },
    observed: seen.get(nameOfSeries({ dimension, key })) ?? 0,
    toCome: today * (1 - shareBy(hours, now.hour, now.minute)),
  }))
}

async function settle(
  { tx, now, from, directory }: Day,
  reading: Reading,
  known?: surges.Surge,
): Promise<void> {
  const judgement = judge(
    reading,
    known && { direction: known.direction, over: known.state === 'over', peak: known.peak },
  )
  if (!judgement) return
  if (judgement.does === 'end') {
    if (known) await surges.end(tx, known.id, now)
    return
  }
  if (judgement.does === 'go-on' && known?.observed === reading.observed) return
  const { dimension, key, observed, expected, low, high } = reading
  const why = await explain(tx, { dimension, key }, from, now, directory)
  const surge = { dimension, key, observed, expected, low, high, ...why }
  if (judgement.does === 'open')
    await surges.open(
      tx,
      { id: newId(), direction: judgement.direction, since: dayOf(now, directory), ...surge },
      now,
    )
  else if (known) await surges.goOn(tx, known.id, now, { direction: known.direction, ...surge })
}

/** Categories whose own alert says that there is more, and where their cases of the week lie. */
async function speakingOf({ tx, from, directory }: Day, readings: readonly Reading[]): Promise<Speaking[]> {
  const open = (await surges.current(tx)).filter(
    ({ dimension, direction }) => dimension === 'category' && direction === 'more',
  )
  const inEach = async ({ key: category }: SeriesName) => {
    const slice = { basis: 'happened', from, category: [category] } as const
    const counts = new Map<string, number>()
    for (const dimension of ['entity', 'place'] as const)
      for (const { key, received } of await sumCells(tx, slice, dimension, 'day')) {
        const name = nameOfSeries({ dimension, key: keyOf(dimension, key, directory) ?? '' })
        counts.set(name, (counts.get(name) ?? 0) + received)
      }
    return counts
  }
  const found: Speaking[] = []
  for (const surge of open) {
    const { observed, expected } =
      readings.find((each) => nameOfSeries(each) === nameOfSeries(surge)) ?? surge
    found.push({ category: surge.key, excess: observed - expected, observed, within: await inEach(surge) })
  }
  return found
}
