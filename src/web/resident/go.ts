import type { Context } from 'hono'
import type { Env } from '../base/env.ts'

/** After a form, and from a page that has nothing to show: the browser asks anew, so that reloading sends nothing twice. */
export const go = (c: Context<Env>, path: string): Response =>
  c.redirect(`/${c.var.page.reader.locale}${path === '/' ? '' : path}`, 303)
