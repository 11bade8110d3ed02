import type { Context } from 'hono'
import { countDesk, lateAndSoon, listPromised, turnsOf } from '#cases'
import type { StaffEnv } from '../../base/env.ts'
import { html } from '../../html.ts'
import { type Past, SoonPage } from './soon-page.tsx'

/** What is late or soon will be: what waits for the officer, or all that they reach. */
export async function showSoon(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const usual = turnsOf(officer).length > 0 ? 'turn' : 'reach'
  const asked = c.req.query('of')
  const whose = asked === 'turn' || asked === 'reach' ? asked : usual
  const found = await lateAndSoon(tools, officer, whose)
  const country = { directory: await tools.directory(), book: await tools.book(), now: tools.clock.now() }
  const past = found?.length === 0 ? await pastOf(c) : { cases: false, promises: false }
  return html(c, <SoonPage officer={officer} whose={whose} found={found} past={past} country={country} />)
}

/** Asked only where the list is empty. */
async function pastOf({ var: { tools, officer } }: Context<StaffEnv>): Promise<Past> {
  const [[cases = 0], promises] = await Promise.all([
    countDesk(tools, officer, [{ view: 'late' }], 1),
    listPromised(tools, officer, 'late'),
  ])
  return { cases: cases > 0, promises: promises === undefined || promises.length > 0 }
}
