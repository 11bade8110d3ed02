import PostalMime, { type Address, type Email } from 'postal-mime'
import type { Arrival } from '../model/arrival.ts'
import { wordsOfHtml } from '../model/html-words.ts'

/**
 * Takes a letter apart. Never throws for what a stranger sent.
 *
 * @param fallback what it is called when it has no Message-ID of its own
 * @returns undefined when it is no letter at all
 */
export async function readMail(raw: Uint8Array, fallback: string): Promise<Arrival | undefined> {
  try {
    const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer', rfc822Attachments: true })
    return arrivalOf(mail, fallback)
  } catch {
    return undefined
  }
}

function arrivalOf(mail: Email, fallback: string): Arrival {
  const { address, name } = mailbox(mail.from)
  return {
    channel: 'mail',
    name: (mail.messageId ?? fallback).slice(0, 500),
    from: { address: address.toLowerCase().slice(0, 200), name: clean(name).slice(0, 120) },
    subject: clean(mail.subject ?? '').slice(0, 500),
    text: clean(mail.text?.trim() ? mail.text : wordsOfHtml(mail.html ?? '')),
    answers: `${mail.inReplyTo ?? ''} ${mail.references ?? ''}`.match(/<[^<>\s]{1,300}>/g) ?? [],
    automatic: isAutomatic(mail, address),
    attachments: mail.attachments
      .filter(({ mimeType }) => !REPORTS.test(mimeType))
      .map(({ filename, content }) => ({ name: clean(filename ?? 'file'), content: bytes(content) })),
  }
}

function mailbox(address: Address | undefined): { address: string; name: string } {
  if (!address) return { address: '', name: '' }
  return 'group' in address && address.group
    ? mailbox(address.group[0])
    : { address: address.address ?? '', name: address.name }
}

/** RFC 3834 and what mail programs did before it. */
function isAutomatic({ headers, returnPath }: Email, from: string): boolean {
  const header = (name: string) =>
    headers
      .find(({ key }) => key === name)
      ?.value.toLowerCase()
      .trim()
  const submitted = header('auto-submitted')
  return (
    (submitted !== undefined && submitted !== 'no') ||
    /^(?:bulk|junk|list|auto_reply)$/.test(header('precedence') ?? '') ||
    header('list-id') !== undefined ||
    header('x-autoreply') !== undefined ||
    header('x-autorespond') !== undefined ||
    returnPath === '' ||
    header('return-path') === '<>' ||
    /^(?:mailer-daemon|postmaster|no-?reply)@/i.test(from)
  )
}

const REPORTS =
  /^message\/(?:delivery-status|disposition-notification|rfc822-headers)$|^text\/rfc822-headers$/i

const bytes = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

/** Text that a database can hold, with line ends and without what turns lines around. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202A-\u202E]/g, '')
    .replace(/[^\P{Cc}\n\t]/gu, '')
