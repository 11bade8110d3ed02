import { isIP } from 'node:net'
import { no, type Result, yes } from '#kernel'
import { isPublicAddress } from './public-address.ts'

/** What an endpoint may be. Given from outside, so that a test can let in its own machine and nothing else can. */
export interface Policy {
  readonly protocols: readonly string[]
  allows(address: string): boolean
}

/** Encrypted, and on the open internet. */
export const OPEN_INTERNET: Policy = { protocols: ['https:'], allows: isPublicAddress }

export type AddressRefusal =
  | 'webhook-address-malformed'
  | 'webhook-address-not-https'
  | 'webhook-address-inside'

const LONGEST = 500

/**
 * An address as it is kept. A name is not looked up here: where it leads is asked at every attempt, because it may
 * lead elsewhere tomorrow.
 */
export function endpointAddress(typed: string, policy: Policy): Result<string, AddressRefusal> {
  const url = URL.parse(typed.trim())
  // Names and passwords in an address end up in logs; what a system needs to know us by is the signature.
  if (!url?.hostname || url.username || url.password || url.href.length > LONGEST)
    return no('webhook-address-malformed')
  if (!policy.protocols.includes(url.protocol)) return no('webhook-address-not-https')
  const host = /(^|\.)localhost$/.test(hostOf(url)) ? '127.0.0.1' : hostOf(url)
  if (isIP(host) && !policy.allows(host)) return no('webhook-address-inside')
  url.hash = ''
  return yes(url.href)
}

/** The name or address, without the brackets and the dot that a browser would bear. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
