import { textAt } from '../value-at.ts'

/** How a gateway hands over text messages that people send. */
export interface InboundMapping {
  /** Stands in the address that the gateway calls. */
  secret: string
  from: string
  text: string
  /** Where the gateway's own id stands: the same again is the same message. */
  id: string
}

/** A text message from a person. */
export interface InboundSms {
  /** As the gateway writes it, with or without a plus sign. */
  from: string
  text: string
  id: string
}

/** An address that can be guessed is no secret. */
const SHORTEST = 20

/** Reads `in=SECRET&in.from=…&in.text=…&in.id=…` of SMS_URL; undefined when messages are not expected. */
export function understandInbound(url: string): InboundMapping | undefined {
  const said = new URLSearchParams(new URL(url).hash.slice(1))
  const secret = said.get('in') ?? ''
  if (secret.length < SHORTEST || !/^[\w-]+$/.test(secret)) return undefined
  const at = (name: string) => said.get(`in.${name}`) ?? name
  return { secret, from: at('from'), text: at('text'), id: at('id') }
}

/** The message of one call; undefined when sender, text or id is missing. */
export function readInbound(given: unknown, mapping: InboundMapping): InboundSms | undefined {
  const [from, text, id] = [mapping.from, mapping.text, mapping.id].map((path) => textAt(given, path, 10_000))
  return from && text !== undefined && id ? { from, text, id } : undefined
}
