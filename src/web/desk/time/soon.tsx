import type { Context } from 'hono'
import { lateAndSoon, turnsOf } from '#cases'
import type { StaffEnv } from '../../base/env.ts'
import { html } from '../../html.ts'
import { SoonPage } from './soon-page.tsx'

/** What is late or soon will be: what waits for the officer, or all that they reach. */
export async function showSoon(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const usual = turnsOf(officer).length > 0 ? 'turn' : 'reach'
  const asked = c.req.query('of')
  const whose = asked === 'turn' || asked === 'reach' ? asked : usual
  const found = await lateAndSoon(tools, officer, whose)
  const country = { directory: await tools.directory(), book: await tools.book(), now: tools.clock.now() }
  return html(c, <SoonPage officer={officer} whose={whose} found={found} country={country} />)
}
