import { no, type Result } from '#kernel'
import { allow, type Limiter, limiter } from '#people'

/** How often the doors that need no token may be tried. Made once for each application. */
export interface ApiLimits {
  /** Submissions from one address, behind which a whole telephone network may sit. */
  readonly submissions: Limiter
  /** Texts to classify from one address. */
  readonly suggestions: Limiter
}

export const apiLimits = (): ApiLimits => ({
  submissions: limiter({ burst: 300, everySeconds: 1 }),
  suggestions: limiter({ burst: 300, everySeconds: 1 }),
})

/** Takes one try for a key; a key that is not known (the machine itself has no address) is not counted. */
export const may = (counted: Limiter, key: string | undefined, now: Temporal.Instant): boolean =>
  key === undefined || allow(counted, key, now)

/** Gives a try back: whoever knew the secret does not use up what guards it. */
export function giveBack({ buckets, rate }: Limiter, key: string | undefined): void {
  const bucket = key === undefined ? undefined : buckets.get(key)
  if (bucket) bucket.left = Math.min(rate.burst, bucket.left + 1)
}

/**
 * Looks something up by a secret that must not be guessed. Only wrong tries count, and any number of right
 * ones may be made at once; of a thousand guesses at once no more are answered than of a thousand in a row.
 */
export async function guarded<Value>(
  tries: readonly (readonly [Limiter, string | undefined])[],
  now: Temporal.Instant,
  look: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const left = () => tries.every(([counted, key]) => mayStill(counted, key, now))
  if (!left()) return no('too-many-tries')
  const found = await look()
  // Others may have guessed in the meantime: then this answer, right or wrong, is one too many.
  if (!left()) return no('too-many-tries')
  if (!found.ok) for (const [counted, key] of tries) may(counted, key, now)
  return found
}

/** Whether one more try would be allowed; takes none. */
function mayStill(counted: Limiter, key: string | undefined, now: Temporal.Instant): boolean {
  if (!may(counted, key, now)) return false
  giveBack(counted, key)
  return true
}
