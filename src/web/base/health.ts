import { Hono } from 'hono'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { sql } from '#platform'
import type { AppTools } from '../../tools.ts'

/** For whoever watches the machines: `/healthz` lives, `/readyz` can serve, `/metrics` in Prometheus' form. */
export function health({ db }: AppTools): Hono {
  const register = new Registry()
  collectDefaultMetrics({ register })
  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const ready = await db.row(sql`select 1 as ready`).catch(() => undefined)
      return ready ? c.json({ status: 'ready' }) : c.json({ status: 'database-unreachable' }, 503)
    })
    .get('/metrics', async (c) =>
      c.text(await register.metrics(), 200, { 'content-type': register.contentType }),
    )
}
