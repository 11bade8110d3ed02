import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Clock, newSecret, no, type Result, yes } from '#kernel'
import { checkFormToken, formToken } from './form-token.ts'

/** What a page needs for its forms, and what `readForm` asks. */
export interface FormGuard {
  /** The token for the page's forms. Gives the visitor a cookie when they have none, so ask only on pages with a form. */
  token(): string
  /** The visitor's secret, from the cookie or a new one: a draft is found by it. */
  visitor(): string
  /** Whether the token came with the form, from the visitor it was given to. */
  check(token: string): Result<true, 'form-expired' | 'form-not-ours' | 'form-cookie-missing'>
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Set by `protectForms`. */
    form: FormGuard
  }
}

export interface Protection {
  /** The service's own secret. */
  readonly secret: string
  readonly clock: Clock
  /** Whether PUBLIC_URL is https: then the cookie is `__Host-visitor` and Secure, otherwise `visitor`. */
  readonly secureCookies: boolean
  /** Where the service is reached, when a proxy in front of it changes the Host header. */
  readonly publicUrl?: string
  /** Answers a request that another site made the browser send. */
  readonly refuse: (c: Context) => Response | Promise<Response>
}

/**
 * Guards pages against forged requests: fetch metadata where the browser sends them, and a signed token
 * in every form, which `readForm` checks.
 *
 * A handler that changes something without reading its form through `readForm` is a bug, and is reported
 * as one by an exception.
 */
export function protectForms(protection: Protection): MiddlewareHandler {
  return async (c, next) => {
    const guard = guardFor(c, protection)
    c.set('form', guard)
    if (SAFE.has(c.req.method)) return next()
    if (isForeign(c, protection.publicUrl)) return protection.refuse(c)
    await next()
    if (!guard.checked && c.res.status < 400) throw new Error(`${c.req.path} did not read its form`)
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Sent by another site, as far as the browser tells. An older browser tells by Origin alone; `null` and
 * none say nothing, and leave the decision to the token.
 */
function isForeign(c: Context, publicUrl = ''): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = c.req.header('origin')
  if (!origin || origin === 'null') return false
  const ours = [c.req.header('host') ?? hostOf(c.req.url), hostOf(publicUrl)]
  return !hostOf(origin) || !ours.includes(hostOf(origin))
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? ''

function guardFor(c: Context, { secret, clock, secureCookies }: Protection) {
  const sent = getCookie(c, 'visitor', secureCookies ? 'host' : undefined)
  const known = sent && /^[\w-]{43}$/.test(sent) ? sent : undefined
  let visitor = known
  const guard = {
    checked: false,
    visitor() {
      visitor ??= newSecret()
      setVisitor(c, visitor, secureCookies)
      return visitor
    },
    token: () => formToken(secret, guard.visitor(), clock.now()),
    check(token: string): ReturnType<FormGuard['check']> {
      guard.checked = true
      if (!known) return no('form-cookie-missing')
      const checked = checkFormToken(secret, known, token, clock.now())
      return checked.ok ? yes(true) : checked
    },
  }
  return guard
}

/** Lax: a link from elsewhere finds the draft, a form from elsewhere does not carry it. */
function setVisitor(c: Context, visitor: string, secure: boolean) {
  const common = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: THIRTY_DAYS } as const
  if (secure) setCookie(c, 'visitor', visitor, { ...common, secure, prefix: 'host' })
  else setCookie(c, 'visitor', visitor, common)
}

/** Seconds. */
const THIRTY_DAYS = 30 * 24 * 60 * 60
