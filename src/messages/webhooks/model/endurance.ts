/** An endpoint that took nothing for so long is switched off: nobody looks after it any more. */
const GIVEN_UP_AFTER = { hours: 5 * 24 }
const LONGEST_REST = 15

/** For how many minutes an endpoint is left alone after so many failures in a row: 1, 2, 4, 8, at most 15. */
export const restAfter = (failures: number): number => Math.min(2 ** Math.min(failures - 1, 10), LONGEST_REST)

export const isGivenUp = (failingSince: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(failingSince.add(GIVEN_UP_AFTER), now) <= 0
