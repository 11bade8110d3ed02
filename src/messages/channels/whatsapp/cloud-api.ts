import type { Outcome, Outgoing } from '../../model/outgoing.ts'
import type { Channel } from '../channel.ts'
import { type Answer, ask, isOutcome, outcomeOf } from '../http.ts'
import { shortened } from '../shortened.ts'
import { interactive } from './interactive.ts'

/**
 * WhatsApp by its Cloud API. Whoever did not write to us first may only be sent a template that was approved
 * before: `sawt_KIND` in `ar` and `en`, with three values, the number, who, and the day.
 *
 * @param url `https://:TOKEN@graph.facebook.com/v23.0/PHONE-NUMBER-ID`; what stands behind `#` is for its reports
 */
export function whatsappChannel(url: string, silence?: number): Channel {
  const address = new URL(url)
  const token = decodeURIComponent(address.password)
  address.username = address.password = address.hash = ''
  const endpoint = `${address.toString().replace(/\/$/, '')}/messages`
  return {
    name: 'whatsapp',
    send: async (outgoing) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const answer = await ask(
        endpoint,
        { method: 'POST', headers, body: JSON.stringify(bodyOf(outgoing)) },
        silence,
      )
      return isOutcome(answer) ? answer : understood(answer)
    },
  }
}

export const templateName = (kind: string): string => `sawt_${kind.replaceAll('-', '_')}`

/** Whoever has just written may be answered in any words; everybody else is sent a template. */
const bodyOf = (outgoing: Outgoing) =>
  outgoing.kind === 'chat-answer' ? answer(outgoing) : template(outgoing)

/** Characters that WhatsApp takes in one message. */
const LONGEST = 4_096

function answer(outgoing: Outgoing) {
  const tappable = outgoing.offer && interactive(outgoing.offer)
  if (tappable) return { ...envelope(outgoing), type: 'interactive', interactive: tappable }
  const text = { preview_url: false, body: shortened(outgoing.short, LONGEST) }
  return { ...envelope(outgoing), type: 'text', text }
}

const envelope = ({ id, address }: Outgoing) => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: address.replace(/^\+/, ''),
  // Comes back with reports of delivery.
  biz_opaque_callback_data: id,
})

const template = (outgoing: Outgoing) => ({
  ...envelope(outgoing),
  type: 'template',
  template: templateOf(outgoing),
})

const templateOf = ({ kind, language, values }: Outgoing) => ({
  name: templateName(kind),
  language: { code: language },
  components: [{ type: 'body', parameters: values.map((text) => ({ type: 'text', text })) }],
})

/** 131026: not on WhatsApp; 131030, 131021: a number that cannot be written to. */
const ABOUT_RECIPIENT = [131026, 131030, 131021, 131050]

function understood(answer: Answer): Outcome {
  const { messages, error } = parsed(answer.body)
  const outcome = outcomeOf(answer)
  if (outcome.state === 'sent') return { state: 'sent', providerId: messages?.[0]?.id }
  const fault = error?.code ? `whatsapp ${error.code}` : outcome.fault
  if (error?.code && ABOUT_RECIPIENT.includes(error.code)) return { state: 'refused', fault }
  // A template that is missing or paused is mended by people, not by trying another number.
  if (error?.code) return { state: 'later', fault, down: answer.status !== 400 }
  return { ...outcome, fault }
}

function parsed(body: string): { messages?: { id?: string }[]; error?: { code?: number } } {
  try {
    return JSON.parse(body) ?? {}
  } catch {
    return {}
  }
}
