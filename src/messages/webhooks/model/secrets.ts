import { newSecret } from '#kernel'
import { keyFor, seal, unseal } from '#people'

/** For how long the old secret still signs beside the new one. */
export const OVERLAP = { hours: 24 }

export const newSigningSecret = (): string => `whsec_${newSecret()}`

/** As it is kept: encrypted with the installation's secret, for this endpoint alone. */
export const sealSecret = (secret: Buffer, endpointId: string, text: string): Buffer =>
  seal(keyFor(secret, 'webhook'), endpointId, text)

export interface Kept {
  id: string
  secret: Buffer
  oldSecret: Buffer | null
  oldUntil: Temporal.Instant | null
}

/** The secrets that sign now, the newest first. None when the installation's own secret is another than it was. */
export function secretsOf(
  secret: Buffer,
  { id, oldSecret, oldUntil, ...kept }: Kept,
  now: Temporal.Instant,
): string[] {
  const old = oldUntil && Temporal.Instant.compare(oldUntil, now) > 0 ? oldSecret : null
  return [kept.secret, old].flatMap((sealed) =>
    sealed ? (unseal(keyFor(secret, 'webhook'), id, sealed) ?? []) : [],
  )
}
