import { XMLBuilder } from 'fast-xml-parser'
import type { Context } from 'hono'
import type { Env } from '../base/env.ts'

/** The two formats of GeoReport v2; the address ends with one of them. */
export const FORMATS = ['json', 'xml'] as const
export type Format = (typeof FORMATS)[number]

/** How a list is called in XML, and each thing in it. JSON has neither name. */
export interface Names {
  list: string
  each: string
}

type Fields = Record<string, unknown>

/** A list of things, as JSON or XML; what is not known is left out. */
export const list = (
  c: Context<Env>,
  format: Format,
  names: Names,
  things: readonly Fields[],
  status = 200,
) =>
  format === 'json'
    ? send(c, format, JSON.stringify(things), status)
    : send(c, format, xml({ [names.list]: { [names.each]: things } }), status)

/** One thing that is no list: the discovery, the definition of a service. */
export const one = (c: Context<Env>, format: Format, name: string, json: Fields, asXml: Fields = json) =>
  format === 'json'
    ? send(c, format, JSON.stringify(json), 200)
    : send(c, format, xml({ [name]: asXml }), 200)

/** A refusal as GeoReport v2 has it: a list of errors, each with the status again as its code. */
export const refused = (c: Context<Env>, format: Format, status: number, description: string) =>
  list(c, format, { list: 'errors', each: 'error' }, [{ code: status, description }], status)

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: false })

const xml = (content: Fields): string =>
  builder.build({ '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' }, ...(present(content) as Fields) })

/** Without what is undefined, which XML would write as an empty thing; letters that XML cannot hold become spaces. */
function present(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(NOT_IN_XML, ' ')
  if (Array.isArray(value)) return value.map(present)
  if (typeof value !== 'object' || value === null) return value
  const known = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null)
  return Object.fromEntries(known.map(([name, inner]) => [name, present(inner)]))
}

/** XML 1.0, production 2. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Some clients compare the type letter by letter and know no parameter: UTF-8 is said in the XML itself. */
const TYPES: Record<Format, string> = { json: 'application/json', xml: 'text/xml' }

const send = (c: Context<Env>, format: Format, body: string, status: number) =>
  new Response(body, {
    status,
    headers: {
      'Content-Type': TYPES[format],
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      ...(status === 429 && { 'Retry-After': '60' }),
      ...(c.var.tools.publicUrl.startsWith('https:') && {
        'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
      }),
    },
  })
