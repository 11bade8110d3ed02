import { canonicalJson, no, type Result, yes } from '#kernel'
import { type Bytes, base64url, fromBase64url, text, utf8 } from '../model/bytes.ts'
import type { Holder, Item, Recipient } from '../model/items.ts'
import { type Binding, itemData, type Purpose } from '../model/labels.ts'
import { padText, unpadText } from '../model/padding.ts'
import { decrypt, encrypt } from './aes.ts'
import { type EnvelopeRefusal, openEnvelope, sealEnvelope } from './envelopes.ts'
import { random } from './keys.ts'

export type OpenRefusal = EnvelopeRefusal | 'not-for-you'

/** Seals a text to its recipients. Refused before anything is sealed when it is longer than 256 KiB. */
export async function sealItem(
  content: unknown,
  binding: Binding,
  recipients: readonly Recipient[],
  by?: Holder,
): Promise<Result<Item, 'text-too-long'>> {
  const sealed = await sealBody(content, binding)
  if (!sealed.ok) return sealed
  const { key, body } = sealed.value
  const envelopes = await Promise.all(recipients.map((to) => sealEnvelope(key, binding, to, by)))
  return yes({ ...body, envelopes })
}

/**
 * Opens an item that has an envelope for the holder.
 *
 * @param from as in `openEnvelope`
 * @param purpose what the envelope was sealed for, when not for what the item is: `handover` where its key was
 *   passed on
 */
export async function openItem<Content>(
  item: Item,
  holder: Holder,
  from?: Recipient,
  purpose: Purpose = item.purpose,
): Promise<Result<Content, OpenRefusal>> {
  const envelope = item.envelopes.find(({ recipient }) => recipient === holder.id)
  if (!envelope) return no('not-for-you')
  const key = await openEnvelope(envelope, { ...item, purpose }, holder, from)
  return key.ok ? openBody<Content>(item, key.value) : key
}

/** The body under a new item key, before anybody is given that key. */
export async function sealBody(content: unknown, binding: Binding) {
  const padded = padText(utf8(canonicalJson(content)))
  if (!padded.ok) return padded
  const [key, nonce] = [random(32), random(12)]
  const body = base64url(await encrypt(key, nonce, itemData(binding), padded.value))
  const { report, purpose, item } = binding
  return yes({ key, body: { v: 1 as const, report, purpose, item, nonce: base64url(nonce), body } })
}

/** What an item says, with its key. */
export async function openBody<Content>(
  item: Omit<Item, 'envelopes'>,
  key: Bytes,
): Promise<Result<Content, 'does-not-open'>> {
  const [nonce, body] = [fromBase64url(item.nonce), fromBase64url(item.body)]
  const padded = nonce && body && (await decrypt(key, nonce, itemData(item), body))
  const content = padded && unpadText(padded)
  if (item.v !== 1 || !content) return no('does-not-open')
  return yes(JSON.parse(text(content)) as Content)
}
