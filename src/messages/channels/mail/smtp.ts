import { createTransport } from 'nodemailer'
import type { Outcome, Outgoing } from '../../model/outgoing.ts'
import type { Channel } from '../channel.ts'

export interface SmtpSettings {
  /** `smtp://user:password@host:587?from=sawt@example.gov`, or `smtps:`. */
  url: string
  publicUrl: string
}

/** Milliseconds: a server that says nothing for this long is down. */
const SILENCE = 15_000
const CONNECTIONS = 5

/** Mail by SMTP, a few connections kept open. */
export function smtpChannel({ url, publicUrl }: SmtpSettings, silence = SILENCE): Channel {
  const { server, from, host } = understand(url, publicUrl)
  const transport = createTransport({
    url: server,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
    // A text of ours never makes the library read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    name: 'mail',
    send: (outgoing) =>
      transport
        .sendMail(letter(outgoing, from, host))
        .then(
          ({ rejected }) =>
            rejected.length > 0 ? { state: 'refused', fault: 'rejected' } : { state: 'sent' },
          outcomeOf,
        ),
    close: () => transport.close(),
  }
}

function understand(url: string, publicUrl: string) {
  const server = new URL(url)
  const host = URL.parse(publicUrl)?.hostname || 'localhost'
  const from = server.searchParams.get('from') ?? `sawt@${host}`
  server.searchParams.delete('from')
  return { server: server.toString(), from, host: from.split('@').at(-1) ?? host }
}

function letter(outgoing: Outgoing, from: string, host: string) {
  const { id, address, subject, text, html, stop, language, papers = [] } = outgoing
  return {
    from: { name: language === 'ar' ? 'صوت' : 'Sawt', address: from },
    to: { name: '', address },
    subject,
    text,
    html,
    attachments: papers.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
    // The same at every attempt: mail programs show a repetition once.
    messageId: `<${id}@${host}>`,
    // Servers that know how name it in a bounce, and send back only the head of what they could not deliver.
    dsn: {
      id: `${id}@${host}`,
      return: 'headers' as const,
      notify: ['failure' as const],
      recipient: address,
    },
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      ...(stop && { 'List-Unsubscribe': `<${stop}>` }),
      // RFC 8058 speaks of https alone.
      ...(stop?.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  }
}

/** What a failure means. Its words are not kept: servers quote addresses. */
function outcomeOf(error: {
  code?: string
  command?: string
  responseCode?: number
  response?: string
}): Outcome {
  const { code = 'unknown', command = '', responseCode = 0, response = '' } = error
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response)?.[1]
  const fault = responseCode ? ['smtp', responseCode, enhanced].filter(Boolean).join(' ') : code.toLowerCase()
  const aboutRecipient = command === 'RCPT TO' || command === 'DATA'
  if (responseCode >= 500 && aboutRecipient) return { state: 'refused', fault }
  return { state: 'later', fault, down: !aboutRecipient }
}

/** The id of the message that a Message-ID names. */
export const idOfMail = (messageId: string): string | undefined =>
  /^<?([0-9a-f]{8}-[0-9a-f-]{27})@/.exec(messageId.trim())?.[1]
