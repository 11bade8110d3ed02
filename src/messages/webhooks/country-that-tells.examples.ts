import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { webhookFeeder } from '#cases'
import { catchUp, openLog, sql } from '#platform'
import { aCountry, type Country } from '../../../test/kit/country.ts'
import { granted } from '../../../test/kit/situations.ts'
import { homeRoad } from './endpoints.examples.ts'
import { type NewEndpoint, registerEndpoint, webhookCourier } from './index.ts'
import type { Road } from './post.ts'

/** A country whose events are followed, and whose webhooks may reach this machine. */
export async function aCountryThatTells(t: TestContext) {
  const country = await aCountry(t)
  const lines: string[] = []
  const tools = {
    ...country.tools,
    secret: Buffer.alloc(32, 7),
    publicUrl: 'https://sawt.example.gov',
    log: openLog('debug', { write: (line) => lines.push(line) }),
  }
  const { admin } = country.people
  const register = async (url: string, given: Partial<NewEndpoint> = {}) =>
    granted(
      await registerEndpoint(
        tools,
        admin,
        { name: 'Works', entityId: null, events: null, url, ...given },
        homeRoad(),
      ),
    )
  const carrier = (road: Road = homeRoad()) => {
    const one = webhookCourier(tools, road)
    t.after(one.idle)
    return async () => {
      await one.deliver()
      await one.idle()
    }
  }
  const hear = () => heardAll(country, tools)
  return { country, tools, lines, admin, register, carrier, hear, carry: carrier() }
}

/** Transactions of other tests on the same server hold the feed back for a moment. */
async function heardAll(country: Country, tools: Parameters<typeof webhookFeeder>[0]) {
  for (;;) {
    await catchUp(country.db, webhookFeeder(tools))
    const left = await country.db.row(sql`
      select 1 as behind from case_events e, feed_cursors c
       where c.consumer = 'webhooks' and (e.tx, e.case_id, e.seq) > (c.tx, c.case_id, c.seq) limit 1`)
    if (!left) return
    await pause(20)
  }
}

export const events = (got: { body: string }[]) => got.map(({ body }) => JSON.parse(body).event).sort()
export const counts = async ({ db }: Country) =>
  Object.fromEntries(
    (
      await db.rows<{ state: string; count: number }>(
        sql`select state, count(*) as count from webhook_deliveries group by state`,
      )
    ).map(({ state, count }) => [state, count]),
  )
