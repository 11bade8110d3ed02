import { dueAt } from '#promises'
import type { Reacher } from '../model/reach.ts'
import { turnsOf } from '../model/turn.ts'
import * as store from '../store/soon.ts'
import { withinTime } from '../store/within-time.ts'
import type { Tools } from './act.ts'
import { calendarOf } from './calendar-of.ts'

/** Working days in which a case reaches its next rung to be "soon late". */
const SOON = 2
const MOST = 200
const PATIENCE = 3000

/**
 * What is late or reaches the next rung of its ladder within two working days of whoever must act, by the time that
 * is left.
 *
 * @param whose what waits for the officer themselves, or everything within their reach
 * @returns undefined when it would take too long to answer
 */
export async function lateAndSoon(
  { db, clock, directory, book }: Tools,
  officer: Reacher,
  whose: 'turn' | 'reach',
): Promise<store.SoonCase[] | undefined> {
  const now = clock.now()
  const country = { directory: await directory(), book: await book() }
  const horizonOf = (entity: string | null) => {
    const calendar = calendarOf(entity, country)
    return dueAt(now.toZonedDateTimeISO(calendar.timeZone), SOON, calendar).toInstant()
  }
  const horizons = Object.fromEntries(country.directory.entities('ar').map(({ id }) => [id, horizonOf(id)]))
  return withinTime(db, PATIENCE, (tx) =>
    store.lateAndSoon(
      tx,
      { officer, now, horizon: horizonOf(null), horizons, limit: MOST },
      whose === 'turn' ? turnsOf(officer) : 'reach',
    ),
  )
}
