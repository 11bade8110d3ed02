import type { Context } from 'hono'
import type { No } from '#kernel'
import { type Locale, words } from '#words'
import type { Env } from '../base/env.ts'
import { send } from './send.ts'

/**
 * The status of each refusal. Whatever else a room refuses, the case is not in a state for it: 409.
 *
 * 403 is said of a case that one may see and a step that is for somebody else, whenever it is tried; 404 of
 * what is out of reach, so that nobody learns what exists; 409 of what another moment would allow.
 */
export const STATUS = {
  'body-malformed': 400,
  'body-not-an-object': 400,
  'body-too-deep': 400,
  'name-twice': 400,
  'key-not-good': 400,
  'token-needed': 401,
  'token-not-good': 401,
  'not-your-step': 403,
  'not-by-the-same-person': 403,
  'not-your-role': 403,
  'not-found': 404,
  'no-such-address': 404,
  'not-this-method': 405,
  'body-too-large': 413,
  'body-not-json': 415,
  invalid: 422,
  'key-used-for-something-else': 422,
  'too-broad': 422,
  'sealed-room': 422,
  'too-many-tries': 429,
  'our-fault': 500,
  'not-now': 503,
} as const satisfies Record<string, number>

export const statusOf = (reason: string): number =>
  Object.hasOwn(STATUS, reason) ? STATUS[reason as keyof typeof STATUS] : 409

/** Seconds after which trying again makes sense. */
const RETRY_AFTER: Record<number, string> = { 429: '60', 503: '5' }

/** A refusal as RFC 9457 has it: what, in the reader's language, and why, as a key for programs. */
export function problem(c: Context<Env>, { reason, details }: No, extra: Extra = {}): Response {
  const status = statusOf(reason)
  const locale = localeOf(c)
  const body = {
    type: `${c.var.tools.publicUrl}/api/docs#${reason}`,
    title: sentence(locale, reason),
    status,
    reason,
    ...extra.more,
    ...(details && { errors: fieldErrors(locale, details) }),
  }
  const retry = RETRY_AFTER[status]
  return send(c, body, status, {
    'Content-Type': 'application/problem+json',
    'Content-Language': locale,
    Vary: 'Accept-Language',
    ...(status === 401 && { 'WWW-Authenticate': 'Bearer realm="Sawt"' }),
    ...(retry && { 'Retry-After': retry }),
    ...extra.headers,
  })
}

export interface Extra {
  headers?: Record<string, string>
  /** Members of the problem beside those that all have. */
  more?: Record<string, string>
}

/** `{text: {reason, message}}`; names come from outside and are cut, so that no answer can be made huge. */
const fieldErrors = (locale: Locale, details: NonNullable<No['details']>) =>
  Object.fromEntries(
    Object.entries(details)
      .slice(0, 50)
      .map(([field, key]) => {
        const reason = isKnown(locale, String(key)) ? String(key) : 'not-understood'
        return [field.toWellFormed().slice(0, 100), { reason, message: sentence(locale, reason) }]
      }),
  )

const isKnown = (locale: Locale, reason: string) =>
  sources(locale).some((source) => Object.hasOwn(source, reason))

/** A program's own words come first: where a page says "this form", the interface says "this key". */
const sources = (locale: Locale): Record<string, string>[] => {
  const { api, cases } = words(locale)
  return [api.problems, cases.refusals, cases.form]
}

export function sentence(locale: Locale, reason: string): string {
  const source = sources(locale).find((each) => Object.hasOwn(each, reason))
  return source?.[reason] ?? words(locale).api.problems['not-understood']
}

/** The first language of Accept-Language that Sawt speaks; Arabic unless English is preferred. */
export function localeOf(c: Context): Locale {
  const ranges = (c.req.header('accept-language') ?? '')
    .split(',', 20)
    .map((range) => {
      const [tag = '', q = ''] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/)
      return { language: tag.split('-')[0], q: q === '' ? 1 : Number(q) }
    })
    .filter(({ language, q }) => (language === 'ar' || language === 'en') && q > 0)
    .sort((one, other) => other.q - one.q)
  return ranges[0]?.language === 'en' ? 'en' : 'ar'
}
