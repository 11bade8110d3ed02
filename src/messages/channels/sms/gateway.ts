import type { Outcome, Outgoing } from '../../model/outgoing.ts'
import type { Channel } from '../channel.ts'
import { type Answer, ask, isOutcome, outcomeOf } from '../http.ts'
import { valueAt } from '../value-at.ts'
import { type Mapping, understandGateway } from './mapping.ts'

/** Text messages by the HTTP gateway of whichever operator: what it expects stands in SMS_URL. */
export function smsChannel(url: string, silence?: number): Channel {
  const mapping = understandGateway(url)
  return {
    name: 'sms',
    send: async (outgoing) => {
      const { address, init } = request(mapping, outgoing)
      const answer = await ask(address, init, silence)
      return isOutcome(answer) ? answer : understood(mapping, answer)
    },
  }
}

function request(mapping: Mapping, { id, address: to, short }: Outgoing) {
  const fields = Object.entries({
    ...mapping.constants,
    [mapping.to]: phone(to, mapping.phone),
    [mapping.text]: short,
    ...(mapping.id && { [mapping.id]: id }),
  })
  const headers: Record<string, string> = { 'idempotency-key': id }
  if (mapping.authorization) headers.authorization = mapping.authorization
  if (mapping.type === 'query') {
    const address = new URL(mapping.url)
    for (const [name, value] of fields) address.searchParams.set(name, value)
    return { address: address.toString(), init: { method: 'GET', headers } }
  }
  const body =
    mapping.type === 'form' ? new URLSearchParams(fields).toString() : JSON.stringify(nested(fields))
  headers['content-type'] = mapping.type === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'
  return { address: mapping.url, init: { method: 'POST', headers, body } }
}

const phone = (number: string, form: Mapping['phone']): string =>
  form === 'plus' ? number : number.replace(/^\+/, form === 'zeros' ? '00' : '')

/** `message.to` is a field within a field. */
function nested(fields: [string, string][]): object {
  const whole: Record<string, unknown> = {}
  for (const [path, value] of fields) {
    const names = path.split('.')
    const last = names.pop() ?? path
    let at = whole
    for (const name of names) {
      at[name] ??= {}
      at = at[name] as Record<string, unknown>
    }
    at[last] = value
  }
  return whole
}

/** Some gateways answer 200 and say in the body that it went wrong. */
function understood({ answer, ok }: Mapping, got: Answer): Outcome {
  const outcome = outcomeOf(got)
  if (outcome.state !== 'sent') return outcome
  if (ok && !got.body.includes(ok)) return { state: 'later', fault: 'not-taken' }
  const providerId = answer && textAt(got.body, answer)
  return providerId ? { ...outcome, providerId } : outcome
}

function textAt(body: string, path: string): string | undefined {
  try {
    const found = valueAt(JSON.parse(body), path)
    return typeof found === 'string' || typeof found === 'number' ? String(found).slice(0, 200) : undefined
  } catch {
    return undefined
  }
}
