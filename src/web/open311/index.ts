import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ApiLimits } from '../api/limits.ts'
import type { Env } from '../base/env.ts'
import { FORMATS, refused } from './answer.ts'
import { discovery } from './discovery.ts'
import { requests, tokens } from './requests.ts'
import { type Answering, reading } from './route.ts'
import { definition, services } from './services.ts'
import { submit } from './submit.ts'
import { addUpdate, updates } from './updates.ts'

const MOST_BYTES = 64 * 1024

/**
 * Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2) with the updates extension that FixMyStreet speaks,
 * mounted at `/open311/v2`.
 *
 * @param limits the API's own: submissions without a key are one count for an address, whichever language they speak
 */
export function open311(limits: ApiLimits): Hono<Env> {
  const app = new Hono<Env>()
  const read: Record<string, Answering> = {
    '/discovery': discovery,
    '/services': services,
    '/services/:id': definition,
    '/requests': requests,
    '/requests/:id': requests,
    '/tokens/:id': tokens,
    '/servicerequestupdates': updates,
  }
  const write: Record<string, Answering> = {
    '/requests': submit(limits),
    '/servicerequestupdates': addUpdate,
  }
  for (const format of FORMATS) {
    const limit = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => refused(c, format, 413, 'too large') })
    for (const [path, answering] of Object.entries(read))
      app.get(at(path, format), reading(format, answering))
    for (const [path, answering] of Object.entries(write))
      app.post(at(path, format), limit, reading(format, answering))
  }
  app.all('*', (c) =>
    refused(c, c.req.path.endsWith('.xml') ? 'xml' : 'json', 404, 'there is no such address'),
  )
  return app
}

/** `/services/:id` becomes `/services/:id{….json}`; ids here are letters, digits and hyphens. */
const at = (path: string, format: string): string =>
  path.endsWith('/:id') ? `${path}{[\\w-]+\\.${format}}` : `${path}.${format}`
