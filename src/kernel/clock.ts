/** The only way to learn the time. Rules never ask it: they are handed an instant. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that moves only when told to: for tests and for demonstrations. */
export function stoppedClock(start: Temporal.Instant | string) {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    set: (to: Temporal.Instant | string) => {
      now = Temporal.Instant.from(to)
    },
    forward: (by: Temporal.DurationLike) => {
      now = now.toZonedDateTimeISO('UTC').add(by).toInstant()
    },
  }
}
