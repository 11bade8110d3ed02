/** The date that a calendar's own wall shows. */
export const today = (now: Temporal.Instant, timeZone: string): Temporal.PlainDate =>
  now.toZonedDateTimeISO(timeZone).toPlainDate()

/** Days since 1970-01-01: how a calendar numbers them. */
export const dayNumberOf = ({ year, month, day }: Temporal.PlainDate): number =>
  Date.UTC(year, month - 1, day) / 86_400_000

/** A month from an address, `2026-10`; the present one when it says nothing. */
export function monthIn(text: string, now: Temporal.PlainDate): Temporal.PlainYearMonth {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  if (!year || !month) return now.toPlainYearMonth()
  return new Temporal.PlainYearMonth(Number(year), Number(month))
}
