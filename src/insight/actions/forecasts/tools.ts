import type { Directory } from '#entities'
import type { Clock } from '#kernel'
import type { Db } from '#platform'

export interface ForecastTools {
  db: Db
  clock: Clock
  directory(): Promise<Directory>
}

export const dayOf = (now: Temporal.Instant, { timeZone }: Directory): Temporal.PlainDate =>
  now.toZonedDateTimeISO(timeZone).toPlainDate()

/** The moment at which a day of the country begins. */
export const startOf = (day: Temporal.PlainDate, { timeZone }: Directory): Temporal.Instant =>
  day.toZonedDateTime(timeZone).toInstant()
