import { no, type Result, yes } from '#kernel'
import { type Bytes, base64url, bytes, fromBase64url, utf8 } from '../model/bytes.ts'
import type { Envelope, Holder, Recipient } from '../model/items.ts'
import { type Binding, envelopeData, LABELS, SUITE } from '../model/labels.ts'
import { privateCryptoKey, publicCryptoKey, suite } from './hpke.ts'

/** Seals an item key to one recipient; with a sender in HPKE's auth mode, so that nobody else can have sealed it. */
export async function sealEnvelope(
  secret: Uint8Array,
  binding: Binding,
  to: Recipient,
  by?: Holder,
): Promise<Envelope> {
  const key = fromBase64url(to.key)
  if (key?.length !== 32) throw new RangeError('A public key has 32 bytes')
  const { enc, ct } = await suite().seal(
    {
      recipientPublicKey: await publicCryptoKey(key),
      info: utf8(LABELS.envelope),
      ...(by && { senderKey: await privateCryptoKey(by.privateKey) }),
    },
    secret,
    envelopeData(binding, to.id, by?.id),
  )
  const envelope = {
    suite: SUITE,
    recipient: to.id,
    enc: base64url(bytes(enc)),
    sealed: base64url(bytes(ct)),
  }
  return by ? { ...envelope, by: by.id } : envelope
}

export type EnvelopeRefusal = 'unknown-suite' | 'does-not-open' | 'sender-unproven'

/**
 * Opens an envelope.
 *
 * @param from whose key must have sealed it, as the roster (or the sealed report) knows it; absent for what has
 *   no sender. An envelope that names a sender does not open without one, nor the other way round.
 */
export async function openEnvelope(
  envelope: Envelope,
  binding: Binding,
  holder: Holder,
  from?: Recipient,
): Promise<Result<Bytes, EnvelopeRefusal>> {
  if (envelope.suite !== SUITE) return no('unknown-suite')
  if (envelope.by !== from?.id) return no('sender-unproven')
  const [enc, sealed] = [fromBase64url(envelope.enc), fromBase64url(envelope.sealed)]
  const sender = from && fromBase64url(from.key)
  if (!enc || !sealed || envelope.recipient !== holder.id) return no('does-not-open')
  try {
    const secret = await suite().open(
      {
        recipientKey: await privateCryptoKey(holder.privateKey),
        enc,
        info: utf8(LABELS.envelope),
        ...(sender && { senderPublicKey: await publicCryptoKey(sender) }),
      },
      sealed,
      envelopeData(binding, holder.id, envelope.by),
    )
    return yes(bytes(secret))
  } catch {
    return no('does-not-open')
  }
}

/**
 * Seals what an envelope holds anew to somebody else, with the purpose `handover`: when an officer leaves, or
 * lost everything and the escrow opens for them. Who passes it on vouches for it with their own key.
 */
export async function passOn(
  envelope: Envelope,
  binding: Binding,
  holder: Holder,
  to: Recipient,
  from?: Recipient,
): Promise<Result<Envelope, EnvelopeRefusal>> {
  const opened = await openEnvelope(envelope, binding, holder, from)
  if (!opened.ok) return opened
  return yes(await sealEnvelope(opened.value, { ...binding, purpose: 'handover' }, to, holder))
}
