import type { Day } from './day.ts'

/** What an administrator writes: when an office works. Announced, never computed. */
export interface CalendarData {
  readonly id: string
  readonly version: number
  /** An IANA name such as `Asia/Amman`; never an offset, because offsets change by law. */
  readonly timeZone: string
  readonly weeks: readonly Week[]
  readonly holidays: readonly Holiday[]
}

/** A calendar that can be asked for any day; made by `calendar()`. */
export interface Calendar extends CalendarData {
  /** The day with this number, counted from 1970-01-01. */
  day(number: number): Day
  /** The number of the date on which a moment lies here. */
  numberOf(at: Temporal.Instant): number
}

/**
 * Opening hours by ISO weekday (1 is Monday, 7 is Sunday); a weekday without shifts is a weekend day.
 *
 * Where two weeks cover one date the one with the narrower dates holds: Ramadan hours are a week with
 * two dates, a new weekend is a week with a `from`.
 */
export interface Week {
  readonly from?: Temporal.PlainDate
  /** The last date on which it holds. */
  readonly until?: Temporal.PlainDate
  readonly name?: Names
  readonly days: Readonly<Partial<Record<Weekday, readonly Shift[]>>>
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Open from `open` until just before `close`; a close at 00:00 is the midnight that ends the day. */
export interface Shift {
  readonly open: Temporal.PlainTime
  readonly close: Temporal.PlainTime
}

/** Dates on which the office is closed, or, with `hours`, open for those hours only if it opens at all. */
export interface Holiday {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly name: Names
  readonly hours?: readonly Shift[]
}

export interface Names {
  readonly ar: string
  readonly en: string
}
