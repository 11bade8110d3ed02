import type { TestContext } from 'node:test'
import { webhookFeeder } from '#cases'
import { openLog, sql } from '#platform'
import { aCountry, type Country } from '../../../test/kit/country.ts'
import { heardAll } from '../../../test/kit/heard.ts'
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
  const hear = () => heardAll(country.db, webhookFeeder(tools))
  return { country, tools, lines, admin, register, carrier, hear, carry: carrier() }
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
