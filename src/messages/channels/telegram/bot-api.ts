import type { Outcome, Outgoing } from '../../model/outgoing.ts'
import type { Channel } from '../channel.ts'
import { type Answer, ask, isOutcome, outcomeOf } from '../http.ts'
import { shortened } from '../shortened.ts'
import { keyboard } from './keyboard.ts'

/** How an operator's Telegram bot is reached, and what its calls to us carry. */
export interface TelegramBot {
  /** Where the bot's methods are, with its token: a secret. */
  methods: string
  /** Where its files are. */
  files: string
  /** What `X-Telegram-Bot-Api-Secret-Token` must say; without it no calls are taken. */
  secret?: string
}

/** @param url `https://:TOKEN@api.telegram.org#secret=…`; what stands behind `#` is never sent */
export function understandBot(url: string): TelegramBot {
  const address = new URL(url)
  const token = decodeURIComponent(address.password)
  const secret = new URLSearchParams(address.hash.slice(1)).get('secret') ?? undefined
  address.username = address.password = address.hash = ''
  const origin = address.toString().replace(/\/$/, '')
  return { methods: `${origin}/bot${token}`, files: `${origin}/file/bot${token}`, secret }
}

/** Telegram by its Bot API: only ever answers whoever wrote to the bot. */
export function telegramChannel(url: string, silence?: number): Channel {
  const { methods } = understandBot(url)
  return {
    name: 'telegram',
    send: async ({ address, short, offer }: Outgoing) => {
      const keys = offer && keyboard(offer)
      const body = JSON.stringify({
        chat_id: address,
        text: shortened(keys ? offer.body : short, LONGEST),
        link_preview_options: { is_disabled: true },
        ...(keys && { reply_markup: { inline_keyboard: keys } }),
      })
      const headers = { 'content-type': 'application/json' }
      const answer = await ask(`${methods}/sendMessage`, { method: 'POST', headers, body }, silence)
      return isOutcome(answer) ? answer : understood(answer)
    },
  }
}

/** Characters that Telegram takes in one message. */
const LONGEST = 4_096

/** 403: they blocked the bot; 400: there is no such chat. 401 and 404 are about the token. */
function understood(answer: Answer): Outcome {
  const fault = `telegram ${answer.status}`
  if (answer.status === 403 || answer.status === 400) return { state: 'refused', fault }
  if (answer.status === 401 || answer.status === 404) return { state: 'later', fault, down: true }
  if (answer.status === 429)
    return { state: 'later', fault, down: true, atLeast: { seconds: waiting(answer.body) } }
  const outcome = outcomeOf(answer)
  return outcome.state === 'sent' ? { state: 'sent', providerId: messageId(answer.body) } : outcome
}

function parsed(body: string): { result?: { message_id?: number }; parameters?: { retry_after?: number } } {
  try {
    return JSON.parse(body) ?? {}
  } catch {
    return {}
  }
}

const messageId = (body: string): string | undefined => parsed(body).result?.message_id?.toString()
const waiting = (body: string): number =>
  Math.min(3600, Math.max(1, parsed(body).parameters?.retry_after ?? 30))
