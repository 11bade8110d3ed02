import { no, type Result, yes } from '#kernel'
import { CODE_EVERY, CODE_LIFE, codeHash, newCode } from '../model/code.ts'
import { type Contact, type ContactRefusal, parseContact } from '../model/contact.ts'
import { allow } from '../model/limits.ts'
import { putCode } from '../store/codes.ts'
import type { DoorTools } from './tools.ts'

export interface CodeRequest {
  /** A phone number or an address, as typed. */
  readonly contact: string
  /** The calling code that a number without one belongs to. */
  readonly country?: string
  /** The network address the request comes from. */
  readonly address: string
}

export interface SentCode {
  readonly contact: Contact
  /** For the message; and for the page itself in a demonstration, never otherwise. */
  readonly code: string
  readonly expiresAt: Temporal.Instant
}

export type CodeRefusal = ContactRefusal | 'code-too-soon' | 'too-many-tries'

/** A one-time code for a resident; whether they are known already makes no difference. The caller sends it. */
export async function requestCode(
  { db, clock, secret, limits }: DoorTools,
  { contact: typed, country, address }: CodeRequest,
): Promise<Result<SentCode, CodeRefusal>> {
  const now = clock.now()
  const contact = parseContact(typed, country)
  if (!contact.ok) return contact
  const { value } = contact.value
  if (!allow(limits.codesByAddress, address, now) || !allow(limits.codes, value, now))
    return no('too-many-tries')
  const code = newCode()
  const expiresAt = now.add(CODE_LIFE)
  const hash = codeHash(secret, value, code)
  const put = await putCode(db, { contact: value, hash, now, expiresAt, notSince: now.subtract(CODE_EVERY) })
  return put ? yes({ contact: contact.value, code, expiresAt }) : no('code-too-soon')
}
