import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { no } from '#kernel'
import { isAway } from '../base/away.ts'
import type { Env } from '../base/env.ts'
import { problem } from './problem.ts'

/** What nobody foresaw, or a database that is away: an honest answer, and a line in the log without anything personal. */
export function broken(error: Error, c: Context<Env>): Response {
  if (error instanceof HTTPException && error.status < 500) return problem(c, no('body-malformed'))
  const away = isAway(error)
  const line = { err: error, path: c.req.routePath }
  if (away) c.var.tools.log.warn(line, 'the database is away')
  else c.var.tools.log.error(line, 'a request failed')
  return problem(c, no(away ? 'not-now' : 'our-fault'))
}
