import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** The cookies of the house beside the visitor's: who is signed in. */
export type CookieName = 'staff' | 'resident' | 'pending' | 'case' | 'contact'

/**
 * Host-only and Secure whenever the public address is https; a plain address, such as a first trial on a
 * phone in the same network, gets plain cookies, because browsers would drop secure ones.
 */
export const secureCookies = (publicUrl: string): boolean => publicUrl.startsWith('https:')

const prefix = (c: Context) => (secureCookies(c.var.tools.publicUrl) ? 'host' : undefined)

export const readCookie = (c: Context, name: CookieName): string | undefined => getCookie(c, name, prefix(c))

/** @param maxAge seconds; a cookie without one ends with the browser's session */
export function writeCookie(c: Context, name: CookieName, value: string, maxAge?: number): void {
  const secure = secureCookies(c.var.tools.publicUrl)
  const common = { path: '/', httpOnly: true, sameSite: 'Lax', ...(maxAge ? { maxAge } : {}) } as const
  if (secure) setCookie(c, name, value, { ...common, secure: true, prefix: 'host' })
  else setCookie(c, name, value, common)
}

export function dropCookie(c: Context, name: CookieName): void {
  const secure = secureCookies(c.var.tools.publicUrl)
  if (secure) deleteCookie(c, name, { path: '/', secure: true, prefix: 'host' })
  else deleteCookie(c, name, { path: '/' })
}
