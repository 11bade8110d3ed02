import { newId } from '#kernel'
import type { SentCode } from '#people'
import { sealFact } from '../model/sealing.ts'
import { enqueue } from './enqueue.ts'
import { type Gateways, reachOf } from './gateways.ts'
import type { Tools } from './tools.ts'

/**
 * Sends a one-time code to the contact it was made for. It goes out before anything else and at any hour, lies in
 * the outbox encrypted, and is given up when it is no longer good.
 */
export async function sendCode(
  { db, clock, secret, directory }: Pick<Tools, 'db' | 'clock' | 'secret' | 'directory'>,
  gateways: Gateways,
  { contact, code, expiresAt }: SentCode,
  language: 'ar' | 'en',
): Promise<void> {
  const post = { now: clock.now(), reach: reachOf(gateways), zone: (await directory()).timeZone }
  const facts = { sealed: sealFact(secret, code) }
  const channel = contact.kind === 'email' ? 'mail' : 'sms'
  const to = { channel, address: contact.value, language } as const
  await enqueue(db, post, [{ cause: `code:${newId()}`, kind: 'sign-in-code', to, facts, expiresAt }])
}
