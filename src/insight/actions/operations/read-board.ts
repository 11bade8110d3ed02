import {
  addUp,
  type Levels,
  noLevels,
  SOON_HOURS,
  type Trouble,
  worstFirst,
} from '../../model/operations/board.ts'
import * as expectations from '../../store/forecasts/expectations.ts'
import { current, type Surge } from '../../store/forecasts/surges.ts'
import { type Health, health } from '../../store/operations/health.ts'
import { arriving, climbed, type Escalation, endingSoon } from '../../store/operations/late.ts'
import { sumCells, sumOverdue } from '../../store/roll-ups/cells.ts'
import { keyOf } from '../forecasts/read-series.ts'
import { dayOf, type ForecastTools, startOf } from '../forecasts/tools.ts'

/** What the operations room sees at one moment. */
export interface Board {
  at: Temporal.Instant
  received: number
  answered: number
  open: number
  overdue: number
  /** Received in each hour of today, until the running one. */
  hours: number[]
  /** Today as it should be; undefined without the history for it. */
  expected: expectations.KeptExpectation | undefined
  soon: number
  rungs: Levels
  trouble: Trouble[]
  /** Received today, by governorate. */
  places: ReadonlyMap<string, number>
  arriving: Escalation[]
  surges: Surge[]
  health: Health | undefined
}

const DAY = { hours: 24 }
const MOST_ARRIVING = 5

/** Reads the whole board; the same figures for every screen. Costs the same whatever the number of cases. */
export async function readBoard({ db, clock, directory: load }: ForecastTools): Promise<Board> {
  const [now, directory] = [clock.now(), await load()]
  const today = dayOf(now, directory)
  const ofToday = { basis: 'happened', from: today, to: today.add({ days: 1 }) } as const
  const ever = { basis: 'happened' } as const
  const [counts, standing, overdue, onLadder, hours, expected, soon, places, late, surges, state] =
    await Promise.all([
      sumCells(db, ofToday, undefined, 'day'),
      sumCells(db, ever, 'entity', 'month'),
      sumOverdue(db, ever, 'entity', now),
      climbed(db),
      expectations.hourly(db, startOf(today, directory), now.add({ seconds: 1 }), directory.timeZone),
      expectations.ofDay(db, today),
      endingSoon(db, now, now.add({ hours: SOON_HOURS })),
      sumCells(db, ofToday, 'place', 'day'),
      arriving(db, now.subtract(DAY), MOST_ARRIVING),
      current(db),
      health(db, now.subtract(DAY), now),
    ])
  const running = now.toZonedDateTimeISO(directory.timeZone).hour
  const byPlace = new Map<string, number>()
  for (const { key, received } of places) {
    const place = keyOf('place', key, directory)
    if (place) byPlace.set(place, (byPlace.get(place) ?? 0) + received)
  }
  const open = new Map(standing.map(({ key, received, closed }) => [key, received - closed]))
  const trouble = troubleOf(onLadder, overdue, open)
  return {
    ...{ at: now, arriving: late, surges, health: state, places: byPlace },
    received: counts[0]?.received ?? 0,
    answered: counts[0]?.answered ?? 0,
    open: [...open.values()].reduce((sum, n) => sum + n, 0),
    overdue: overdue.reduce((sum, { n }) => sum + n, 0),
    hours: Array.from({ length: running + 1 }, (_, hour) => hours.find((each) => each.hour === hour)?.n ?? 0),
    expected: expected.find(({ dimension }) => dimension === 'nation'),
    soon: soon?.n ?? 0,
    rungs: addUp(trouble),
    trouble: worstFirst(trouble),
  }
}

function troubleOf(
  onLadder: Awaited<ReturnType<typeof climbed>>,
  overdue: readonly { key: string; n: number }[],
  open: ReadonlyMap<string, number>,
): Trouble[] {
  const found = new Map<string, Trouble>()
  const of = (entity: string) => {
    const known = found.get(entity) ?? { entity, overdue: 0, open: open.get(entity) ?? 0, ...noLevels() }
    found.set(entity, known)
    return known
  }
  for (const { entity, level, n } of onLadder) of(entity)[level] += n
  for (const { key, n } of overdue) of(key).overdue += n
  return [...found.values()]
}
