import type { Context } from 'hono'
import { keyFor, seal, unseal } from '#people'
import { readCookie, writeCookie } from '../../base/cookies.ts'
import type { Env } from '../../base/env.ts'

/** Where signing in may lead; nothing else in the address is followed. */
const THEN: Readonly<Record<string, string>> = { my: '/my', new: '/new/who' }
export const thenOf = (c: Context<Env>) => THEN[c.req.query('then') ?? ''] ?? '/my'
/** The same, carried from page to page. */
export const kept = (c: Context<Env>) => (c.req.query('then') === 'new' ? '?then=new' : '')

export interface Waiting {
  contact: string
  /** Only for the page of a demonstration. */
  code?: string
}

/** Seconds: as long as the code is good. */
const CODE_LIFE = 10 * 60

/** Whom the code was sent to travels sealed with the browser: not in an address, not in a form. */
export function remember(c: Context<Env>, waiting: Waiting): void {
  const sealed = seal(keyFor(c.var.tools.secret, 'resident contact'), 'contact', JSON.stringify(waiting))
  writeCookie(c, 'contact', sealed.toString('base64url'), CODE_LIFE)
}

export function remembered(c: Context<Env>): Waiting | undefined {
  const sealed = readCookie(c, 'contact')
  const key = keyFor(c.var.tools.secret, 'resident contact')
  const text = sealed && unseal(key, 'contact', Buffer.from(sealed, 'base64url'))
  return text ? (JSON.parse(text) as Waiting) : undefined
}
