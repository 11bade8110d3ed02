/** A message is tried for three days: longer than any week-end, shorter than any promise it tells of. */
export const PATIENCE = { hours: 72 }
const LONGEST_PAUSE = 4 * 60

/**
 * When to try again after the given number of attempts: one minute, two, four … at most four hours.
 *
 * @returns undefined when patience is over
 */
export function nextTry(
  { attempts, since }: { attempts: number; since: Temporal.Instant },
  now: Temporal.Instant,
  atLeast: Temporal.DurationLike = { minutes: 0 },
): Temporal.Instant | undefined {
  const minutes = Math.min(2 ** Math.min(attempts - 1, 20), LONGEST_PAUSE)
  const next = later(now.add({ minutes }), now.add(atLeast))
  return Temporal.Instant.compare(next, since.add(PATIENCE)) <= 0 ? next : undefined
}

const later = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) >= 0 ? one : other
