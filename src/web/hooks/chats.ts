import type { ChatWatch, Incoming } from '#knowledge'
import { converse, holderOf, REMEMBERED_FOR, wasTakenIn } from '#knowledge'
import { fetchMedia, type InboundChat, takeTelegram } from '#messages'
import type { AppTools } from '../../tools.ts'
import { may } from '../api/limits.ts'
import type { Handler } from '../base/env.ts'
import { type ChatLimits, chatDoor } from '../chat/index.ts'

type Channel = 'whatsapp' | 'telegram'

/** Takes one message of WhatsApp or Telegram into its conversation. Brought again, late, or before another, it does no harm. */
export type TakeChat = (tools: AppTools, channel: Channel, message: InboundChat) => Promise<void>

export const takeChat =
  (limits: ChatLimits, watch: ChatWatch): TakeChat =>
  async (tools, channel, message) => {
    const { id, from, at } = message
    const now = tools.clock.now()
    const sender = `${channel} ${from}`
    // What is older than our memory of messages could have been taken in before: nobody waits for it any more.
    if (at && Temporal.Instant.compare(at, tools.wall.now().subtract(REMEMBERED_FOR)) < 0) return
    if (await wasTakenIn(tools.db, channel, id)) return
    if (!may(limits.messages, sender, now)) {
      tools.log.warn({ channel }, 'somebody writes faster than can be answered: a message was left out')
      return
    }
    await converse(tools, chatDoor(tools, limits, sender), {
      ...said(message),
      ...(await files(tools, channel, message)),
      channel,
      messageId: id,
      holder: holderOf(tools.secret, channel, from),
      address: channel === 'whatsapp' ? `+${from}` : from,
    })
    watch.wake()
    tools.wake()
  }

/** Telegram's first word to a bot is an order of its own. */
const said = ({
  text,
  choice,
  phone,
  language,
}: InboundChat): Pick<Incoming, 'text' | 'choice' | 'phone' | 'opens'> =>
  /^\/start\b/.test(text)
    ? { text: '', choice: 'do:menu', phone, opens: language }
    : { text, choice, phone, opens: language }

/** Fetched, counted, sniffed and scanned like every other upload. */
async function files(
  tools: AppTools,
  channel: Channel,
  { media }: InboundChat,
): Promise<Pick<Incoming, 'files' | 'filesRefused'>> {
  if (!media) return {}
  const source = await fetchMedia(tools.gateways, channel, media.id)
  const received = source && (await tools.files.receive(source, { name: media.name }))
  return received?.ok ? { files: [received.value] } : { filesRefused: true }
}

/** Telegram brings one message a call; its secret word proves where it comes from. */
export const telegramCall =
  (take: TakeChat): Handler =>
  async (c) => {
    const { tools } = c.var
    const raw = new Uint8Array(await c.req.arrayBuffer())
    const secret = c.req.header('x-telegram-bot-api-secret-token') ?? ''
    const taken = takeTelegram(tools.gateways, { raw, secret })
    if (!taken.ok) return c.text(taken.reason, taken.reason === 'not-found' ? 404 : 400)
    if (!taken.value) return c.text('ok')
    await take(tools, 'telegram', taken.value)
    const { tap } = taken.value
    // The key stops waiting by the answer to the call itself.
    return tap ? c.json({ method: 'answerCallbackQuery', callback_query_id: tap }) : c.text('ok')
  }
