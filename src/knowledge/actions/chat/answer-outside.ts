import { enqueue, reachOf, sealFact, sealOffer } from '#messages'
import type { Conversation } from '../../store/chat/conversations.ts'
import { openAddress } from './addresses.ts'
import type { ChatTools, Voiced } from './tools.ts'

/**
 * Puts an answer into the outbox, in the transaction that writes it: it is sent once, tried again when the channel is
 * down, and lies there encrypted. On the web there is nothing to send: the page shows it.
 */
export async function answerOutside(
  tools: ChatTools,
  conversation: Conversation,
  said: () => Promise<Voiced>,
): Promise<void> {
  const { channel, address: sealed, id, seq, language } = conversation
  if (channel === 'web' || !sealed) return
  const { text, offer } = await said()
  const address = openAddress(tools.secret, sealed)
  if (!address || !text) return
  const { db, clock, secret, gateways, directory } = tools
  const post = { now: clock.now(), reach: reachOf(gateways), zone: (await directory()).timeZone }
  await enqueue(db, post, [
    {
      cause: `chat:${id}:${seq}`,
      kind: 'chat-answer',
      to: { channel, address, language },
      inThread: { id, place: seq },
      facts: { sealed: sealFact(secret, text), ...(offer && { offer: sealOffer(secret, offer) }) },
      // An answer that comes a day late answers nothing, and WhatsApp would refuse it by then.
      expiresAt: clock.now().add({ hours: 23 }),
    },
  ])
}
