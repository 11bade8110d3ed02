import { findSession } from '#people'
import { readCookie } from './cookies.ts'
import type { Middleware } from './env.ts'

/** Finds out who is asking: staff and residents have sessions of their own, and one browser may have both. */
export const knowVisitor: Middleware = async (c, next) => {
  const { db, clock, wall } = c.var.tools
  for (const name of ['staff', 'resident'] as const) {
    const token = readCookie(c, name)
    const visitor = token ? await findSession(db, token, clock.now(), wall.now()) : undefined
    if (visitor?.kind === 'staff' && name === 'staff') c.set('officer', visitor.officer)
    if (visitor?.kind === 'resident' && name === 'resident') c.set('resident', visitor.resident)
  }
  return next()
}
