import { takeSmsReports, takeWhatsappReports, whatsappChallenge } from '#messages'
import type { Handler } from '../base/env.ts'
import type { TakeChat } from './chats.ts'

/**
 * An operator's gateway says what became of text messages: as JSON, as a form, or in the address. Whether they are
 * about messages of ours is not told: a gateway that is told no would send them for ever.
 */
export const smsReport: Handler = async (c) => {
  const { tools } = c.var
  const given = await fieldsOf(c)
  const taken = await takeSmsReports(tools, tools.gateways, { secret: c.req.param('secret') ?? '', given })
  return taken.ok ? c.text('ok') : c.text('not found', 404)
}

/** WhatsApp asks once whether this address wants its calls. */
export const whatsappQuestion: Handler = (c) => {
  const answer = whatsappChallenge(c.var.tools.gateways, c.req.query())
  return answer === undefined ? c.text('not found', 404) : c.text(answer)
}

/** WhatsApp says what became of messages, and what people wrote. Its signature is over the bytes as they came. */
export const whatsappCall =
  (take: TakeChat): Handler =>
  async (c) => {
    const { tools } = c.var
    const raw = new Uint8Array(await c.req.arrayBuffer())
    const signature = c.req.header('x-hub-signature-256') ?? ''
    const taken = await takeWhatsappReports(tools, tools.gateways, { raw, signature })
    if (!taken.ok) return c.text(taken.reason, STATUS[taken.reason])
    for (const message of taken.value.messages) await take(tools, 'whatsapp', message)
    return c.text('ok')
  }

const STATUS = { 'not-found': 404, 'not-signed': 401, 'not-understood': 400 } as const

/** The fields of a call: as JSON, as a form, or in the address. */
export async function fieldsOf(c: Parameters<Handler>[0]): Promise<unknown> {
  const query = c.req.query()
  if (c.req.method === 'GET') return query
  const body = await c.req.text()
  try {
    return JSON.parse(body)
  } catch {
    return { ...query, ...Object.fromEntries(new URLSearchParams(body)) }
  }
}
