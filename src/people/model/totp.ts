import { Secret, TOTP } from 'otpauth'
import { westernDigits } from '#kernel'

/** How long one code stands, in seconds. */
export const TOTP_PERIOD = 30

/** A new authenticator secret of 160 bits (RFC 4226, section 4), in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/**
 * The step a typed code belongs to: the current one or a neighbour, for clocks that are off by up to half a
 * minute. Undefined when it fits none. Whoever accepts it must refuse this and earlier steps from then on.
 */
export function totpStep(secret: string, typed: string, now: Temporal.Instant): number | undefined {
  const token = westernDigits(typed).replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = now.epochMilliseconds
  const delta = authenticator(secret).validate({ token, timestamp, window: 1 })
  return delta === null ? undefined : TOTP.counter({ timestamp }) + delta
}

/** The code an authenticator shows at a moment: for demonstrations and tests. */
export const totpCode = (secret: string, now: Temporal.Instant): string =>
  authenticator(secret).generate({ timestamp: now.epochMilliseconds })

/** What an authenticator app reads from the QR code. */
export const totpUri = (secret: string, account: string): string => authenticator(secret, account).toString()

const authenticator = (secret: string, label = 'Sawt'): TOTP =>
  new TOTP({ issuer: 'Sawt', label, secret: Secret.fromBase32(secret), period: TOTP_PERIOD, digits: 6 })
