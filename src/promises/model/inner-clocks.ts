import type { Calendar } from './calendar.ts'
import { dueAt, endOfDayAfter, hoursDue } from './due.ts'

/** How long somebody has: working days, hours that pass on working days, or plain calendar days. */
export type Allowance =
  | { readonly workingDays: number }
  | { readonly hours: number }
  | { readonly calendarDays: number }

/**
 * The clocks inside a case, so that no stage is without somebody who owes the next step. They are shorter
 * than any promise and never change the date that a resident was told.
 */
export const INNER_CLOCKS = {
  /** The central office finds the category and the entity. */
  routing: { workingDays: 1 },
  /** The entity does anything at all: accepts, assigns, asks. */
  'first-action': { hours: 48 },
  verification: { workingDays: 1 },
  release: { workingDays: 1 },
  'objection-review': { workingDays: 5 },
  /** The resident answers a question; silence then ends the case as `no-answer`, never as consent. */
  'resident-answer': { workingDays: 10 },
  /** The resident may object. Told in calendar days because residents count in calendar days. */
  'objection-window': { calendarDays: 14 },
} as const satisfies Record<string, Allowance>

export type InnerClock = keyof typeof INNER_CLOCKS
export type InnerClocks = Readonly<Record<InnerClock, Allowance>>

/** When an allowance that starts now is used up: the last moment that is still on time. */
export function innerDue(
  startedAt: Temporal.ZonedDateTime,
  allowance: Allowance,
  calendar: Calendar,
): Temporal.ZonedDateTime {
  if ('workingDays' in allowance) return dueAt(startedAt, allowance.workingDays, calendar)
  if ('hours' in allowance) return hoursDue(startedAt, allowance.hours, calendar)
  return endOfDayAfter(startedAt, allowance.calendarDays, calendar)
}
