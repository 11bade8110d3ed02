import type { Calendar } from './calendar.ts'
import { dueAt } from './due.ts'
import { addWorkingTime, workingTimeBetween } from './working-time.ts'

/** The clocks that climb: where somebody in government owes the next act. */
export const CLIMBING = [
  'routing',
  'first-action',
  'reply',
  'verification',
  'release',
  'objection-review',
] as const
export type Climbing = (typeof CLIMBING)[number]

/**
 * A rung of the ladder: at which moment of a clock who is told. Data, so that an administrator can change it.
 * Its id begins with its clock, `reply/minister`.
 */
export interface Rung {
  readonly id: string
  readonly clock: Climbing
  /** A share of the working time (0.8), or so many working days after the date (0 is the date itself). */
  readonly at: { readonly share: number } | { readonly workingDaysLate: number }
  /** The roles that hear of it, each within its own reach. */
  readonly tells: readonly string[]
}

/** A clock of a case while it runs. */
export interface RunningClock {
  readonly clock: Climbing
  readonly since: Temporal.Instant
  readonly due: Temporal.Instant
  readonly calendar: Calendar
}

export interface NextRung {
  readonly rung: Rung
  readonly at: Temporal.Instant
}

/** The earliest rung that has not been climbed; undefined at the top of every ladder. */
export function nextRung(
  ladder: readonly Rung[],
  running: readonly RunningClock[],
  climbed: readonly string[],
): NextRung | undefined {
  const ahead = running.flatMap((clock) =>
    ladder
      .filter((rung) => rung.clock === clock.clock && !climbed.includes(rung.id))
      .map((rung) => ({ rung, at: reachedAt(rung, clock) })),
  )
  return ahead.sort((one, other) => Temporal.Instant.compare(one.at, other.at))[0]
}

/** When a clock reaches a rung. A clock without working time in it is at every share of itself at once: at its end. */
export function reachedAt({ at }: Rung, { since, due, calendar }: RunningClock): Temporal.Instant {
  if ('workingDaysLate' in at) {
    if (at.workingDaysLate === 0) return due
    return dueAt(due.toZonedDateTimeISO(calendar.timeZone), at.workingDaysLate, calendar).toInstant()
  }
  const whole = workingTimeBetween(since, due, calendar).total('seconds')
  if (whole <= 0) return due
  return addWorkingTime(since, Temporal.Duration.from({ seconds: Math.round(whole * at.share) }), calendar)
}
