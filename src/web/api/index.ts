import { Hono } from 'hono'
import { no } from '#kernel'
import type { AppTools } from '../../tools.ts'
import type { Assets } from '../assets.ts'
import { secureCookies } from '../base/cookies.ts'
import type { Env } from '../base/env.ts'
import { broken } from './broken.ts'
import { BASE, type Description, describe } from './describe.ts'
import type { ApiLimits } from './limits.ts'
import { OPERATIONS } from './operations.ts'
import { docs } from './page/docs.tsx'
import { problem } from './problem.ts'
import { send } from './send.ts'
import { serve } from './serve.ts'
import { smallBodies } from './small-bodies.ts'

/** The API, its description, and a problem for everything else below /api. */
export function api(tools: AppTools, assets: Assets, limits: ApiLimits): Hono<Env> {
  const app = new Hono<Env>()
  app.onError(broken)
  const small = smallBodies()
  for (const operation of OPERATIONS) {
    const path = BASE + operation.path.replace('{id}', ':id')
    if (operation.method === 'post') app.post(path, small, serve(operation, limits))
    else app.get(path, serve(operation, limits))
  }
  let made: Description | undefined
  const description = () => (made ??= describe(OPERATIONS, tools.publicUrl))
  app.get(`${BASE}/openapi.json`, (c) =>
    send(c, description(), 200, { 'Cache-Control': 'public, max-age=300' }),
  )
  app.route('/', docs(assets, description, secureCookies(tools.publicUrl)))
  for (const path of new Set(OPERATIONS.map((operation) => operation.path)))
    app.all(BASE + path.replace('{id}', ':id'), (c) =>
      problem(c, no('not-this-method'), { headers: { Allow: methodsOf(path) } }),
    )
  app.all('/api/*', (c) => problem(c, no('no-such-address')))
  return app
}

const methodsOf = (path: string): string =>
  OPERATIONS.filter((operation) => operation.path === path)
    .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
    .join(', ')
