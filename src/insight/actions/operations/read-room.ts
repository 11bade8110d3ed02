import { SOON_HOURS } from '../../model/operations/board.ts'
import type { Health } from '../../model/operations/health.ts'
import * as expectations from '../../store/forecasts/expectations.ts'
import { current, type Surge } from '../../store/forecasts/surges.ts'
import { health } from '../../store/operations/health.ts'
import * as late from '../../store/operations/late.ts'
import { countedBetween } from '../../store/roll-ups/received.ts'
import { type Standing, sumStanding } from '../../store/roll-ups/standing.ts'
import { keyOf } from '../forecasts/read-series.ts'
import { dayOf, type ForecastTools, startOf } from '../forecasts/tools.ts'

/** What happens at one moment, by entity: everybody's board is a part of it. '' stands for no entity. */
export interface Room {
  at: Temporal.Instant
  /** Today's cases by governorate; '' for none. */
  today: { entity: string; place: string; received: number; answered: number }[]
  standing: Standing[]
  onLadder: Awaited<ReturnType<typeof late.climbed>>
  soon: { entity: string; n: number }[]
  hours: { entity: string; hour: number; n: number }[]
  /** The running hour in the country's time. */
  hour: number
  expected: expectations.KeptExpectation[]
  /** The latest of each entity. */
  arriving: late.Escalation[]
  surges: Surge[]
  health: Health
}

const DAY = { hours: 24 }
export const MOST_ARRIVING = 5

/** Reads everything once for all screens, however many look at which part. Costs the same whatever the number of cases. */
export async function readRoom({ db, clock, directory: load }: ForecastTools): Promise<Room> {
  const [now, directory] = [clock.now(), await load()]
  const today = dayOf(now, directory)
  const [counts, standing, onLadder, hours, expected, soon, arriving, surges, state] = await Promise.all([
    countedBetween(db, today, today.add({ days: 1 })),
    sumStanding(db, { basis: 'happened' }, 'entity', { now }),
    late.climbed(db),
    expectations.hourlyByEntity(db, startOf(today, directory), now.add({ seconds: 1 }), directory.timeZone),
    expectations.ofDay(db, today),
    late.endingSoon(db, now, now.add({ hours: SOON_HOURS })),
    late.arriving(db, now.subtract(DAY), MOST_ARRIVING),
    current(db),
    health(db, now.subtract(DAY), now),
  ])
  return {
    ...{ at: now, standing, onLadder, hours, expected, soon, arriving, surges, health: state },
    today: counts.map(({ entity, place, received, answered }) => ({
      ...{ entity, received, answered },
      place: keyOf('place', place, directory) ?? '',
    })),
    hour: now.toZonedDateTimeISO(directory.timeZone).hour,
  }
}
