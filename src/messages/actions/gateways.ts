import type { Contact } from '#people'
import { captureChannel } from '../channels/capture.ts'
import type { Channel } from '../channels/channel.ts'
import { smtpChannel } from '../channels/mail/smtp.ts'
import { vapidKeys } from '../channels/push/vapid.ts'
import { pushChannel } from '../channels/push/web-push.ts'
import { smsChannel } from '../channels/sms/gateway.ts'
import { telegramChannel } from '../channels/telegram/bot-api.ts'
import { whatsappChannel } from '../channels/whatsapp/cloud-api.ts'
import type { ChannelName, Reach } from '../model/facts.ts'
import { dropSubscription, keysOf } from '../store/recipients.ts'
import type { Tools } from './tools.ts'

/** The ways out that an operator has configured. */
export interface Gateways {
  readonly smtpUrl?: string
  readonly smsUrl?: string
  readonly whatsappUrl?: string
  readonly telegramUrl?: string
  /** Then mail and text messages that have no way out are kept to be looked at. */
  readonly demonstration: boolean
}

/** What this installation can send by. */
export function reachOf({ smtpUrl, smsUrl, whatsappUrl, telegramUrl, demonstration }: Gateways): Reach {
  const found: [ChannelName, boolean][] = [
    ['mail', Boolean(smtpUrl) || demonstration],
    ['sms', Boolean(smsUrl) || demonstration],
    ['whatsapp', Boolean(whatsappUrl)],
    ['telegram', Boolean(telegramUrl)],
    ['push', true],
  ]
  return new Set(found.flatMap(([name, there]) => (there ? [name] : [])))
}

/**
 * Whether something can be sent to a contact: to its kind, when no contact is named. Where it is false, signing in
 * by code is not available, and the page says so.
 */
export function canReach(gateways: Gateways, contact?: Pick<Contact, 'kind'>): boolean {
  const reach = reachOf(gateways)
  if (!contact) return reach.has('mail') || reach.has('sms')
  return reach.has(contact.kind === 'email' ? 'mail' : 'sms')
}

/** Opens the channels for a worker. */
export function openChannels({ db, secret, publicUrl }: Tools, gateways: Gateways): Channel[] {
  const { smtpUrl, smsUrl, whatsappUrl, telegramUrl, demonstration } = gateways
  const push = pushChannel({
    keys: vapidKeys(secret),
    publicUrl,
    find: (id) => keysOf(db, id),
    drop: (id) => dropSubscription(db, id),
  })
  const kept = (name: ChannelName) => (demonstration ? captureChannel(name) : undefined)
  return [
    smtpUrl ? smtpChannel({ url: smtpUrl, publicUrl }) : kept('mail'),
    smsUrl ? smsChannel(smsUrl) : kept('sms'),
    whatsappUrl ? whatsappChannel(whatsappUrl) : undefined,
    telegramUrl ? telegramChannel(telegramUrl) : undefined,
    push,
  ].filter((channel) => channel !== undefined)
}
