import { combine, split } from 'shamir-secret-sharing'
import { no, type Result, yes } from '#kernel'
import { type Bytes, base64url, bytes } from '../model/bytes.ts'
import type { IdentityContent } from '../model/contents.ts'
import type { Envelope, Holder, IdentityItem, Recipient } from '../model/items.ts'
import type { Binding } from '../model/labels.ts'
import { openEnvelope, sealEnvelope } from './envelopes.ts'
import { openBody, sealBody } from './items.ts'
import { newSealedId, sha256 } from './keys.ts'

/** Two of three custodians release an identity; one alone, and any officer alone, learns nothing. */
export const CUSTODIANS_NEEDED = 2

/** Seals the reporter's identity apart from the report: one share of its key to each custodian. */
export async function sealIdentity(
  content: IdentityContent,
  report: string,
  custodians: readonly Recipient[],
): Promise<Result<IdentityItem, 'text-too-long'>> {
  const binding: Binding = { report, purpose: 'identity-share', item: newSealedId() }
  const sealed = await sealBody(content, binding)
  if (!sealed.ok) return sealed
  const { key, body } = sealed.value
  const shares = await split(key, custodians.length, CUSTODIANS_NEEDED)
  const envelopes = await Promise.all(
    custodians.map((to, at) => sealEnvelope(shares[at] ?? new Uint8Array(0), binding, to)),
  )
  return yes({ ...body, envelopes, commitment: base64url(await sha256(key)) })
}

/** A custodian opens their share and seals it to the officer who asked, whose key the roster proves. */
export async function releaseShare(
  identity: IdentityItem,
  custodian: Holder,
  to: Recipient,
): Promise<Result<Envelope, 'not-for-you' | 'does-not-open'>> {
  const envelope = identity.envelopes.find(({ recipient }) => recipient === custodian.id)
  if (!envelope) return no('not-for-you')
  const share = await openEnvelope(envelope, identity, custodian)
  if (!share.ok) return no('does-not-open')
  return yes(await sealEnvelope(share.value, releaseBinding(identity), to, custodian))
}

export interface Released {
  envelope: Envelope
  /** The custodian as the roster knows them. */
  by: Recipient
}

/** The officer puts the released shares together; refused unless they make the very key that was sealed. */
export async function openIdentity(
  identity: IdentityItem,
  officer: Holder,
  released: readonly Released[],
): Promise<Result<IdentityContent, 'too-few-shares' | 'does-not-open'>> {
  const shares = new Map<string, Bytes>()
  for (const { envelope, by } of released) {
    const share = await openEnvelope(envelope, releaseBinding(identity), officer, by)
    if (share.ok) shares.set(by.id, share.value)
  }
  if (shares.size < CUSTODIANS_NEEDED) return no('too-few-shares')
  const key = await combineProven([...shares.values()], identity.commitment)
  return key ? openBody<IdentityContent>(identity, key) : no('does-not-open')
}

/** What shares make, if it is what the commitment says; combining never says by itself that it failed. */
export async function combineProven(
  shares: readonly Uint8Array[],
  commitment: string,
): Promise<Bytes | undefined> {
  try {
    const key = bytes(await combine(shares.map((share) => bytes(share))))
    return base64url(await sha256(key)) === commitment ? key : undefined
  } catch {
    return undefined
  }
}

const releaseBinding = ({ report, item }: IdentityItem): Binding => ({
  report,
  purpose: 'identity-release',
  item,
})
