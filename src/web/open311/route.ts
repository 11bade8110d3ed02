import type { Context } from 'hono'
import { no, type Result, yes } from '#kernel'
import { findToken, holds, type Officer } from '#people'
import type { Env } from '../base/env.ts'
import { cleanText } from '../forms/clean-text.ts'
import { type Format, refused } from './answer.ts'

/** One request, read: its format, what it asks, and the outside program behind its `api_key`, if it has one. */
export interface Asking {
  readonly c: Context<Env>
  readonly format: Format
  readonly asked: Readonly<Record<string, string | undefined>>
  readonly program?: Officer
  /** What stands in the address. */
  readonly id: string
}

export type Answering = (asking: Asking) => Promise<Response> | Response

/**
 * Reads a request for `answering`: clean texts, the country's own jurisdiction, and a key that is either
 * good or absent. Keys are tokens of role `agent`: who enters cases for others.
 */
export const reading = (format: Format, answering: Answering) => async (c: Context<Env>) => {
  const asked = await askedOf(c)
  if (!asked.ok) return refused(c, format, 400, asked.reason)
  const { country } = await c.var.tools.directory()
  const jurisdiction = asked.value.jurisdiction_id
  if (jurisdiction && country && jurisdiction !== country)
    return refused(c, format, 404, `jurisdiction_id was not found; this one is ${country}`)
  const program = await programOf(c, asked.value.api_key)
  if (!program.ok) return refused(c, format, 403, 'api_key is not known here, or was revoked')
  return answering({
    c,
    format,
    asked: asked.value,
    program: program.value,
    id: (c.req.param('id') ?? '').replace(/\.\w+$/, ''),
  })
}

async function askedOf(c: Context<Env>): Promise<Result<Record<string, string | undefined>>> {
  const given: Record<string, unknown> = { ...c.req.query() }
  if (c.req.method === 'POST') Object.assign(given, await c.req.parseBody().catch(() => ({})))
  const asked: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string') continue
    const text = cleanText(value)
    if (!text.ok) return no(`${name.slice(0, 60)} holds letters that cannot be stored`)
    if (text.value.trim()) asked[name] = text.value.trim()
  }
  return yes(asked)
}

async function programOf(c: Context<Env>, key: string | undefined): Promise<Result<Officer | undefined>> {
  const { db, clock } = c.var.tools
  const bearer = /^Bearer +(\S{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const token = key ?? bearer
  if (token === undefined) return yes(undefined)
  const program = await findToken(db, token, clock.now())
  return program && holds(program, 'agent') ? yes(program) : no('unknown-key')
}

/** A moment of ISO 8601 with its zone, as GeoReport v2 asks; undefined when nothing was given. */
export function momentOf(text: string | undefined): Result<Temporal.Instant | undefined> {
  if (text === undefined) return yes(undefined)
  try {
    // A plus sign that was not escaped arrives as a space.
    return yes(Temporal.Instant.from(text.replace(/ (\d\d:?\d\d)$/, '+$1')))
  } catch {
    return no('not-a-moment')
  }
}
