import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { no } from '#kernel'
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

/** Connection lost (08, 57P), no connection left (53300), disk full (53100), or the socket itself. */
const isAway = (error: Error): boolean =>
  /^(?:08...|57P0.|53...|ECONN\w+|ENOENT|EPIPE)$/.test('code' in error ? String(error.code) : '') ||
  /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
