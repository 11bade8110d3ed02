import { createHmac } from 'node:crypto'

/**
 * The header by which a receiver knows that a body is ours and fresh: `t=1790838000,v1=…`, HMAC-SHA-256 over the
 * moment in seconds, a dot, and the body byte for byte. While a secret is being changed there are two of `v1`.
 */
export function signature(secrets: readonly string[], at: Temporal.Instant, body: string): string {
  const seconds = Math.floor(at.epochMilliseconds / 1000)
  const signed = secrets.map((secret) =>
    createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex'),
  )
  return [`t=${seconds}`, ...signed.map((hex) => `v1=${hex}`)].join(',')
}
