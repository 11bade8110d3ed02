import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A challenge is good for an hour. */
const GOOD_FOR = 60 * 60
export const LEAST_BITS = 16
const MOST_BITS = 22
/** Challenges a minute that cost no more than the least. */
const CALM = 600

/** The work asked for: one bit more, twice the work, for every doubling of what is asked for in a minute. */
export const bitsFor = (askedInAMinute: number, least = LEAST_BITS): number =>
  Math.min(Math.max(least, MOST_BITS), least + Math.max(0, Math.ceil(Math.log2(askedInAMinute / CALM))))

/** A random, signed challenge, so that nothing is stored until it is used: expiry, bits, 16 random bytes, signature. */
export function challengeOf(secret: Buffer, now: Temporal.Instant, bits: number): string {
  const good = Math.floor(now.epochMilliseconds / 1000) + GOOD_FOR
  const text = `${good.toString(36)}.${bits}.${randomBytes(16).toString('base64url')}`
  return `${text}.${signature(secret, text)}`
}

/** The hash by which a challenge that was met is remembered as used; undefined when it was not met. */
export function metBy(secret: Buffer, now: Temporal.Instant, challenge: string, counter: number) {
  const [good = '', bits = '', random = '', signed = '', ...more] = challenge.split('.')
  if (more.length > 0 || !same(signed, signature(secret, `${good}.${bits}.${random}`))) return undefined
  if (Number.parseInt(good, 36) * 1000 < now.epochMilliseconds) return undefined
  if (zeroBits(sha256(`${challenge}:${counter}`)) < Number(bits)) return undefined
  return sha256(challenge)
}

const signature = (secret: Buffer, text: string) =>
  createHmac('sha256', secret).update('challenge\0').update(text).digest('base64url')

const sha256 = (text: string) => createHash('sha256').update(text).digest()

// By their bytes: a letter may have two, and the comparison throws at unequal lengths.
function same(one: string, other: string): boolean {
  const [given, known] = [Buffer.from(one), Buffer.from(other)]
  return given.length === known.length && timingSafeEqual(given, known)
}

function zeroBits(hash: Buffer): number {
  const first = hash.findIndex((byte) => byte !== 0)
  return first < 0 ? hash.length * 8 : first * 8 + Math.clz32(hash[first] ?? 0) - 24
}
