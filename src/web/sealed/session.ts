import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { cookieOf, type Room, type Signed, type Site, signedIn } from '#integrity'
import { refuse, type SealedEnv } from './answer.ts'

export type OfficeEnv = { Variables: SealedEnv['Variables'] & { signed: Signed } }

const isHttps = ({ url }: Room): boolean => url.startsWith('https:')
const options = { path: '/', httpOnly: true, sameSite: 'Strict' } as const

export function writeSession(c: Context, room: Room, token: string, since?: number): void {
  const value = cookieOf(room, token, since)
  if (isHttps(room)) setCookie(c, 'sealed', value, { ...options, secure: true, prefix: 'host' })
  else setCookie(c, 'sealed', value, options)
}

export function dropSession(c: Context, room: Room): void {
  if (isHttps(room)) deleteCookie(c, 'sealed', { path: '/', secure: true, prefix: 'host' })
  else deleteCookie(c, 'sealed', { path: '/' })
}

/** Only for officers who are signed in; each request begins their quiet minutes anew. */
export const officersOnly: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  const { room } = c.var
  const signed = await signedIn(room, getCookie(c, 'sealed', isHttps(room) ? 'host' : undefined))
  if (!signed) return refuse(c, 'signed-out')
  c.set('signed', signed)
  await next()
  if (!c.res.headers.has('set-cookie')) writeSession(c, room, signed.token, signed.since)
}

/** A page of another origin may not speak for an officer; SameSite keeps its cookie away as well. */
export const ownOriginOnly: MiddlewareHandler<SealedEnv> = async (c, next) => {
  const origin = c.req.header('origin')
  const fetched = c.req.header('sec-fetch-site')
  const foreign = origin ? origin !== siteOf(c).origin : fetched && !['same-origin', 'none'].includes(fetched)
  return foreign ? refuse(c, 'foreign') : next()
}

/**
 * Where passkeys belong: the room's configured address. A demonstration is opened under whatever name its machine has
 * just now, so there it is the address that was asked for.
 */
export function siteOf(c: { var: { room: Room }; req: { url: string } }): Site {
  const { room } = c.var
  const origin = room.demonstration ? new URL(c.req.url).origin : new URL(room.url).origin
  return { origin, rpId: new URL(origin).hostname }
}
