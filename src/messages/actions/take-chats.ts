import type { Readable } from 'node:stream'
import { no, type Result, yes } from '#kernel'
import { askAbout, download } from '../channels/media.ts'
import { understandBot } from '../channels/telegram/bot-api.ts'
import { readTelegramMessage } from '../channels/telegram/inbound.ts'
import { valueAt } from '../channels/value-at.ts'
import { type InboundChat, textIn } from '../model/inbound.ts'
import { sameSecret } from '../model/same-secret.ts'
import type { Gateways } from './gateways.ts'

/**
 * What somebody wrote to the bot, from a call that carries its secret.
 *
 * @returns undefined for a call about something else; `not-found` when no calls are expected or the secret is another
 */
export function takeTelegram(
  { telegramUrl }: Gateways,
  { raw, secret }: { raw: Uint8Array; secret: string },
): Result<InboundChat | undefined, 'not-found' | 'not-understood'> {
  const expected = telegramUrl ? understandBot(telegramUrl).secret : undefined
  if (!expected || !sameSecret(expected, secret)) return no('not-found')
  try {
    return yes(readTelegramMessage(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))))
  } catch {
    return no('not-understood')
  }
}

/** A file that somebody sent along; undefined when it is gone, too old, or too large for the service to hand over. */
export async function fetchMedia(
  { whatsappUrl, telegramUrl }: Gateways,
  channel: 'whatsapp' | 'telegram',
  id: string,
): Promise<Readable | undefined> {
  if (channel === 'whatsapp') return whatsappUrl ? fromWhatsapp(whatsappUrl, id) : undefined
  return telegramUrl ? fromTelegram(telegramUrl, id) : undefined
}

/** The number's own address, one step up, knows every file by its id. */
async function fromWhatsapp(url: string, id: string): Promise<Readable | undefined> {
  const address = new URL(url)
  const headers = { authorization: `Bearer ${decodeURIComponent(address.password)}` }
  address.username = address.password = address.hash = ''
  const about = await askAbout(`${address.toString().replace(/\/[^/]*\/?$/, '')}/${id}`, headers)
  const where = textIn(valueAt(about, 'url'), 2_000)
  return where ? download(where, url, headers) : undefined
}

async function fromTelegram(url: string, id: string): Promise<Readable | undefined> {
  const { methods, files } = understandBot(url)
  const about = await askAbout(`${methods}/getFile?file_id=${id}`)
  const path = textIn(valueAt(about, 'result.file_path'), 500)
  return /^[\w./-]+$/.test(path) && !path.includes('..') ? download(`${files}/${path}`, url) : undefined
}
