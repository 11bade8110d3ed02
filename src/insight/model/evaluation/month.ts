/** The month that a version is of, in the country's days. */
export interface Month {
  /** `2026-09`. */
  name: string
  first: Temporal.PlainDate
  from: Temporal.Instant
  /** The first moment after it. */
  to: Temporal.Instant
}

export const monthOn = (first: Temporal.PlainDate, zone: string): Month => ({
  name: first.toPlainYearMonth().toString(),
  first,
  from: first.toZonedDateTime(zone).toInstant(),
  to: first.add({ months: 1 }).toZonedDateTime(zone).toInstant(),
})

/** `2026-09` as the first of September; undefined for anything else. */
export function firstOf(name: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(name)) return undefined
  return Temporal.PlainDate.from(`${name}-01`)
}

export type Reason = 'month-over' | 'settled' | 'asked'

/**
 * From this day of the next month on objections have been decided and replies reviewed: fourteen days to object, five
 * working days to decide, and some days to spare.
 */
export const SETTLED_ON = 25
/** At this hour of the country's first day. */
const HOUR = 5

/** What is to be frozen by itself, given what was frozen before. */
export function dueReason(
  month: Month,
  before: readonly Reason[],
  now: Temporal.ZonedDateTime,
): Reason | undefined {
  const next = month.first.add({ months: 1 })
  const reached = (day: number, hour: number) =>
    Temporal.PlainDateTime.compare(now.toPlainDateTime(), next.with({ day }).toPlainDateTime({ hour })) >= 0
  if (!before.includes('settled') && reached(SETTLED_ON, HOUR))
    return before.length === 0 ? 'month-over' : 'settled'
  return before.length === 0 && reached(1, HOUR) ? 'month-over' : undefined
}
