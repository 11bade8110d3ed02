import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { keyFor, seal, unseal } from '#people'
import { secureCookies } from '../base/cookies.ts'
import type { Admin } from './form-page.ts'

/** What is shown once to be handed over; whichever was made. */
export interface HandedOut {
  /** For whom, by name. */
  readonly name: string
  /** Where the administrator goes on. */
  readonly next: string
  readonly password?: string
  readonly totpSecret?: string
  readonly totpUri?: string
  readonly token?: string
}

const NAME = 'handed-out'
/** Seconds: the redirect takes one. */
const LIFE = 60

/**
 * Carries secrets over the redirect after a form, so that reloading makes nothing anew and shows nothing twice:
 * sealed for this administrator, in a cookie that the page takes away as it shows them.
 */
export function carry(c: Admin, handed: HandedOut): string {
  const sealed = seal(keyOf(c), c.var.officer.id, JSON.stringify(handed)).toString('base64url')
  setCookie(c, NAME, sealed, { ...place(c), httpOnly: true, sameSite: 'Strict', maxAge: LIFE })
  return '/admin/handed-out'
}

/** What was carried, once. */
export function take(c: Admin): HandedOut | undefined {
  const sealed = getCookie(c, NAME)
  if (!sealed) return undefined
  deleteCookie(c, NAME, place(c))
  const text = unseal(keyOf(c), c.var.officer.id, Buffer.from(sealed, 'base64url'))
  return text ? JSON.parse(text) : undefined
}

const keyOf = (c: Admin) => keyFor(c.var.tools.secret, 'handed out')

const place = (c: Admin) => ({
  path: `/${c.var.page.reader.locale}/admin/handed-out`,
  secure: secureCookies(c.var.tools.publicUrl),
})
