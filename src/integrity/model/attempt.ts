import { createHmac, timingSafeEqual } from 'node:crypto'

/** What an assertion or a new passkey is asked for; an answer to one question answers no other. */
export type AttemptFor = 'sign-in' | 'step-up' | 'passkey' | 'invite'

interface Attempt {
  /** Good until, seconds since 1970. */
  until: number
  purpose: AttemptFor
  /** The session or invitation it was asked in. */
  bound: string
  challenge: string
}

const GOOD_FOR = 5 * 60

/** A signed question, kept by the browser until it is answered, so that the room stores nothing. */
export function attemptOf(
  secret: Buffer,
  now: Temporal.Instant,
  { purpose, bound, challenge }: Omit<Attempt, 'until'>,
): string {
  const attempt: Attempt = { until: seconds(now) + GOOD_FOR, purpose, bound, challenge }
  const text = Buffer.from(JSON.stringify(attempt)).toString('base64url')
  return `${text}.${sign(secret, 'attempt', text)}`
}

/** The challenge that was asked, when this is a question of ours, of this purpose, in this session, and still good. */
export function challengeIn(
  secret: Buffer,
  now: Temporal.Instant,
  written: string,
  { purpose, bound }: Pick<Attempt, 'purpose' | 'bound'>,
): string | undefined {
  const [text = '', signed = ''] = written.split('.')
  if (!isSame(signed, sign(secret, 'attempt', text))) return undefined
  const attempt = JSON.parse(Buffer.from(text, 'base64url').toString()) as Attempt
  const fits = attempt.purpose === purpose && attempt.bound === bound && attempt.until >= seconds(now)
  return fits ? attempt.challenge : undefined
}

const QUIET = 15 * 60
const LONGEST = 8 * 60 * 60

/** What an officer's cookie holds: the session's token, when it began and when it was last used. */
export const sessionCookie = (
  secret: Buffer,
  now: Temporal.Instant,
  token: string,
  since = seconds(now),
): string => {
  const text = `${token}.${since}.${seconds(now)}`
  return `${text}.${sign(secret, 'session', text)}`
}

/** The token of a cookie that is ours and has neither been quiet nor open for too long. */
export function tokenIn(secret: Buffer, now: Temporal.Instant, cookie: string) {
  const [token = '', since = '', seen = '', signed = ''] = cookie.split('.')
  if (!isSame(signed, sign(secret, 'session', `${token}.${since}.${seen}`))) return undefined
  const at = seconds(now)
  return at - Number(seen) > QUIET || at - Number(since) > LONGEST
    ? undefined
    : { token, since: Number(since) }
}

const seconds = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000)

const sign = (secret: Buffer, what: string, text: string): string =>
  createHmac('sha256', secret).update(`${what}\0${text}`).digest('base64url')

// By their bytes: a letter may have two, and the comparison throws at unequal lengths.
function isSame(one: string, other: string): boolean {
  const [given, known] = [Buffer.from(one), Buffer.from(other)]
  return given.length === known.length && timingSafeEqual(given, known)
}
