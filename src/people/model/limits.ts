/** How often something may happen: `burst` times at once, then one more every so many seconds. */
export interface Rate {
  readonly burst: number
  readonly everySeconds: number
}

/** Token buckets by key, kept in memory: each process counts for itself. */
export interface Limiter {
  readonly rate: Rate
  readonly buckets: Map<string, Bucket>
}

interface Bucket {
  left: number
  at: number
}

/** So many keys at most: a flood of made-up keys may not fill the memory. */
const MOST_KEYS = 50_000

/** Milliseconds: no request waits so long before it is counted. */
const SET_BACK = 60_000

export const limiter = (rate: Rate): Limiter => ({ rate, buckets: new Map() })

/** Takes one token for the key, if there is one. */
export function allow({ rate, buckets }: Limiter, key: string, now: Temporal.Instant): boolean {
  const at = now.epochMilliseconds
  const bucket = buckets.get(key)
  const left = bucket ? refilled(bucket, rate, at) : rate.burst
  // Taken out and put back at the end, so that the map is in the order of use.
  buckets.delete(key)
  buckets.set(key, { left: left >= 1 ? left - 1 : left, at: counted(at, bucket) })
  if (buckets.size > MOST_KEYS) forgetOldest(buckets)
  return left >= 1
}

/** Callers come a little out of order, and time already counted is not counted again; a clock set back is believed. */
function counted(at: number, bucket: Bucket | undefined): number {
  return bucket && bucket.at - at < SET_BACK ? Math.max(at, bucket.at) : at
}

function refilled({ left, at }: Bucket, { burst, everySeconds }: Rate, now: number): number {
  return Math.min(burst, left + Math.max(0, now - at) / (everySeconds * 1000))
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const oldest = buckets.keys().next()
  if (!oldest.done) buckets.delete(oldest.value)
}

/** The limits that guard signing in. Made once for a process. */
export interface SignInLimits {
  /** Tries for one account or contact, known or not: so that "unknown" and "locked" look alike. */
  readonly account: Limiter
  /** Tries from one network address: a whole office may sit behind it. */
  readonly address: Limiter
  /** Codes sent to one phone or mail. */
  readonly codes: Limiter
  /** Codes asked for from one network address. */
  readonly codesByAddress: Limiter
}

export const signInLimits = (): SignInLimits => ({
  account: limiter({ burst: 15, everySeconds: 30 }),
  address: limiter({ burst: 60, everySeconds: 5 }),
  codes: limiter({ burst: 5, everySeconds: 15 * 60 }),
  codesByAddress: limiter({ burst: 30, everySeconds: 60 }),
})

/** What guards the PINs of cases. One for a process, by whichever door somebody guesses. */
export interface PinLimits {
  /** Wrong PINs for one number: a million PINs, and some 300 tries a day. */
  readonly number: Limiter
  /** Wrong numbers or PINs from one network address. */
  readonly address: Limiter
}

export const pinLimits = (): PinLimits => ({
  number: limiter({ burst: 10, everySeconds: 300 }),
  address: limiter({ burst: 60, everySeconds: 10 }),
})
