import { createHmac, timingSafeEqual } from 'node:crypto'
import { no, type Result, yes } from '#kernel'

/** The field that carries the token; it stands first in every form that posts. */
export const FORM_TOKEN = 'csrf'

/**
 * A proof that a form was given by us to this visitor, against forged requests.
 *
 * Signed, not stored: `holder` is the secret of the visitor's cookie or session, which no other site can
 * read. Needs no Origin header, because pages without referrer post `Origin: null`.
 */
export function formToken(secret: string, holder: string, now: Temporal.Instant): string {
  const issued = Math.floor(now.epochMilliseconds / 1000).toString(36)
  return `${issued}.${sign(secret, holder, issued).toString('base64url')}`
}

/** Expired is said only of a token that was ours: whoever sends it may have their words shown again. */
export function checkFormToken(
  secret: string,
  holder: string,
  token: string,
  now: Temporal.Instant,
): Result<true, 'form-expired' | 'form-not-ours'> {
  const [, issued = '', signature = ''] = /^([0-9a-z]{1,9})\.([\w-]{43})$/.exec(token) ?? []
  const given = Buffer.from(signature, 'base64url')
  const expected = sign(secret, holder, issued)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return no('form-not-ours')
  const age = Math.floor(now.epochMilliseconds / 1000) - Number.parseInt(issued, 36)
  return age >= 0 - SKEW && age < LIFETIME ? yes(true) : no('form-expired')
}

/** Seconds. A form left open overnight still works in the morning. */
const LIFETIME = 24 * 60 * 60
/** Seconds by which the clocks of two of our processes may differ. */
const SKEW = 60

const sign = (secret: string, holder: string, issued: string): Buffer =>
  createHmac('sha256', secret).update(`sawt form\n${issued}\n${holder}`).digest()
