import type { Directory } from '#entities'
import { newId } from '#kernel'
import type { Gateways } from '#messages'
import type { Db } from '#platform'
import { findCauses, type Judged } from '../../model/forecasts/causes.ts'
import { shareBy } from '../../model/forecasts/expect-day.ts'
import { judge, type Reading } from '../../model/forecasts/judge.ts'
import { nameOfSeries, namesOf, type WeekCell } from '../../model/forecasts/series.ts'
import { holderOf, type Week } from '../../model/forecasts/shares.ts'
import * as expectations from '../../store/forecasts/expectations.ts'
import * as surges from '../../store/forecasts/surges.ts'
import { countedBetween } from '../../store/roll-ups/received.ts'
import { explain } from './explain.ts'
import { WEEK_BEFORE } from './forecast.ts'
import { keyOf } from './read-series.ts'
import { tellSurges } from './tell-surges.ts'
import { dayOf, type ForecastTools } from './tools.ts'

/** An alert that ended stays known so long. */
const QUIET = { hours: 7 * 24 }
/** What changed is seen beside so many weeks before. */
const WEEKS = 4

/** What watching takes; without ways out alerts are told on the desk alone. */
export type WatchTools = ForecastTools & { gateways?: Gateways }

/**
 * Compares the seven days that end today with what was expected of them: opens, carries on and ends alerts, one for
 * each cause, and tells whoever it concerns.
 */
export async function watchSurges(tools: WatchTools): Promise<void> {
  const { db, clock } = tools
  const [now, directory] = [clock.now(), await tools.directory()]
  const today = dayOf(now, directory)
  const from = today.subtract({ days: WEEK_BEFORE })
  const expected = await expectations.ofDay(db, today)
  if (expected.length === 0) return
  const these = await cellsOf(db, directory, from, today.add({ days: 1 }))
  const readings = readingsOf(expected, these, now.toZonedDateTimeISO(directory.timeZone))
  await db.transaction(async (tx) => {
    const known = new Map(
      (await surges.known(tx, now.subtract(QUIET))).map((each) => [nameOfSeries(each), each]),
    )
    const facts = new Map([...known].map(([name, each]) => [name, asKnown(each)]))
    if (!readings.some((each) => judge(each, facts.get(nameOfSeries(each))))) return
    const earlier = await cellsOf(tx, directory, from.subtract({ weeks: WEEKS }), from)
    const before = earlier.map((cell) => ({ ...cell, received: cell.received / WEEKS }))
    const day = { tx, now, from, directory, known, week: { these, before } }
    const judged = findCauses(readings, facts, day.week)
    for (const each of judged) await settle(day, each)
    await tellSurges(tx, tools, { known, judged, now, directory })
  })
}

interface Day {
  tx: Db
  now: Temporal.Instant
  from: Temporal.PlainDate
  directory: Directory
  known: ReadonlyMap<string, surges.Surge>
  week: Week
}

/** Cases of some days by whoever holds them, what they are about, and the governorate. */
async function cellsOf(
  db: Db,
  directory: Directory,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<WeekCell[]> {
  const rows = await countedBetween(db, from, to)
  return rows.map(({ place, answered: _, ...cell }) => ({
    ...cell,
    place: keyOf('place', place, directory) ?? '',
  }))
}

function readingsOf(
  expected: readonly expectations.KeptExpectation[],
  week: readonly WeekCell[],
  now: Temporal.ZonedDateTime,
): Reading[] {
  const counts = new Map<string, number>()
  for (const cell of week)
    for (const name of namesOf(cell)) counts.set(name, (counts.get(name) ?? 0) + cell.received)
  return expected.map(({ dimension, key, week: of, weekLow, weekHigh, today, hours }) => ({
    ...{ dimension, key, expected: of, low: weekLow, high: weekHigh },
    observed: counts.get(nameOfSeries({ dimension, key })) ?? 0,
    toCome: today * (1 - shareBy(hours, now.hour, now.minute)),
  }))
}

const asKnown = ({ direction, state, peak }: surges.Surge) => ({ direction, over: state === 'over', peak })

/** Writes down what became of a series. */
async function settle(day: Day, { reading, explained, judgement }: Judged): Promise<void> {
  const { tx, now, from, directory, week } = day
  const known = day.known.get(nameOfSeries(reading))
  if (!judgement) return
  if (judgement.does === 'end') {
    if (known) await surges.end(tx, known.id, now)
    return
  }
  const { dimension, key, observed, expected, low, high } = reading
  if (judgement.does === 'go-on' && known?.observed === observed && known.explained === explained) return
  const why = await explain(tx, { dimension, key }, from, now, directory)
  const direction = judgement.does === 'open' ? judgement.direction : (known?.direction ?? 'more')
  const whose = holderOf(reading, direction === 'more' ? week.these : week.before)
  const surge = {
    ...{ dimension, key, direction, observed, explained, expected, low, high },
    ...why,
    ...whose,
  }
  if (judgement.does === 'open')
    await surges.open(tx, { id: newId(), since: dayOf(now, directory), ...surge }, now)
  else if (known) await surges.goOn(tx, known.id, now, surge)
}
