import type { MiddlewareHandler } from 'hono'
import { allow, type Limiter, limiter } from '#people'
import type { StaffEnv } from './env.ts'

/** Setting a paper takes the process some ten milliseconds, or hundreds for many pages: nobody asks for them in a row. */
export const papersInTurn =
  (papers: Limiter = limiter({ burst: 10, everySeconds: 3 })): MiddlewareHandler<StaffEnv> =>
  async (c, next) => {
    if (allow(papers, c.var.officer.id, c.var.tools.wall.now())) return next()
    c.header('Retry-After', '5')
    return c.body(null, 429)
  }
