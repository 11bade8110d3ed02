/** So many wrong tries are forgiven; each one after them closes the account for longer. */
export const FREE_TRIES = 5
const LONGEST_MINUTES = 60

/**
 * Until when an account is closed after so many wrong tries in a row: 1 minute after the fifth, then 2, 4, 8,
 * up to an hour. It never closes for good, because then anybody could keep an officer out.
 */
export function lockedUntil(tries: number, now: Temporal.Instant): Temporal.Instant | null {
  if (tries < FREE_TRIES) return null
  return now.add({ minutes: Math.min(LONGEST_MINUTES, 2 ** Math.min(tries - FREE_TRIES, 10)) })
}
