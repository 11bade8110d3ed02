import type { ChannelName } from './facts.ts'

/** What became of a message later, as a mail server (RFC 3464), an operator's gateway or WhatsApp reports it. */
export interface DeliveryReport {
  /** The Message-ID of the original mail, or our own id of a message. */
  messageId?: string
  channel: ChannelName
  /** The gateway's own id. */
  providerId?: string
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  /** As in RFC 3463, `5.1.1`, or the code of a gateway; anything longer is not kept. */
  status?: string
}
