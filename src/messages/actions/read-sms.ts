import { no, type Result, yes } from '#kernel'
import { type InboundSms, readInbound, understandInbound } from '../channels/sms/inbound.ts'
import { sameSecret } from '../model/same-secret.ts'
import type { Gateways } from './gateways.ts'

/**
 * A text message that a person sent, as the operator's gateway hands it over.
 *
 * @param secret from the address that was called
 * @param given the fields of the call, as JSON has them
 */
export function readSms(
  { smsUrl }: Gateways,
  { secret, given }: { secret: string; given: unknown },
): Result<InboundSms, 'not-found' | 'not-understood'> {
  const mapping = smsUrl ? understandInbound(smsUrl) : undefined
  if (!mapping || !sameSecret(mapping.secret, secret)) return no('not-found')
  const read = readInbound(given, mapping)
  return read ? yes(read) : no('not-understood')
}
