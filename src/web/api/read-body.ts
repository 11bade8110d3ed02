import type { Context } from 'hono'
import { no, type Result, yes } from '#kernel'
import { cleanText } from '../forms/clean-text.ts'

/** An object as it was sent, with every text fit to be stored. What its fields may hold, the rooms decide. */
export type Body = Readonly<Record<string, unknown>>

/** The most a body may weigh, in bytes: ten times the longest story. */
export const MOST_BYTES = 256 * 1024

/** No body of this API nests deeper than three. */
const DEEPEST = 8

export type BodyRefusal =
  | 'body-not-json'
  | 'body-malformed'
  | 'body-not-an-object'
  | 'body-too-deep'
  | 'name-twice'
  | 'invalid'

/** Reads a JSON object. Nothing reaches a room that a database could not hold or that two readers could read differently. */
export async function readBody(c: Context): Promise<Result<Body, BodyRefusal>> {
  if (!isJson(c)) return no('body-not-json')
  // Whoever hangs up in the middle has sent no JSON.
  const text = decoded(await c.req.arrayBuffer().catch(() => NOTHING))
  const value = text === undefined ? undefined : parsed(text)
  if (text === undefined || value === undefined) return no('body-malformed')
  if (!isObject(value)) return no('body-not-an-object')
  if (tooDeep(value, DEEPEST)) return no('body-too-deep')
  if (hasNameTwice(text)) return no('name-twice')
  // Without a prototype: a field may be called __proto__.
  const errors: Record<string, string> = Object.create(null)
  const body = cleaned(value, '', errors) as Body
  return Object.keys(errors).length > 0 ? no('invalid', errors) : yes(body)
}

/** A charset is accepted when it says what is true anyway; compressed bodies are not taken. */
const isJson = (c: Context): boolean =>
  /^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(
    c.req.header('content-type') ?? '',
  ) && !c.req.header('content-encoding')

function decoded(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const NOTHING = new ArrayBuffer(0)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const tooDeep = (value: unknown, left: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (left === 0 || Object.values(value).some((inner) => tooDeep(inner, left - 1)))

/** JSON.parse takes the last of two equal names and other readers the first; so neither is taken. Expects valid JSON. */
function hasNameTwice(text: string): boolean {
  const open: Set<string>[] = []
  for (const [token, name, colon] of text.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (colon && name) {
      const key = name.includes('\\') ? (JSON.parse(name) as string) : name.slice(1, -1)
      const names = open.at(-1)
      if (names?.has(key)) return true
      names?.add(key)
    }
  }
  return false
}

/** The value with its texts clean. Names that every object has, such as `__proto__`, are no field of anything. */
function cleaned(value: unknown, path: string, errors: Record<string, string>): unknown {
  if (typeof value === 'string') {
    const text = cleanText(value)
    if (!text.ok) errors[path] = text.reason
    return text.ok ? text.value : ''
  }
  if (Array.isArray(value)) return value.map((inner, index) => cleaned(inner, `${path}.${index}`, errors))
  if (!isObject(value)) return value
  const fields = Object.entries(value).map(([name, inner]) => {
    const at = path ? `${path}.${name}` : name
    if (name in Object.prototype) errors[at] = 'unknown-field'
    return [name, cleaned(inner, at, errors)] as const
  })
  return Object.fromEntries(fields)
}
