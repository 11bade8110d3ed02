import type { Context } from 'hono'
import { dashboard } from '#insight'
import type { StaffEnv } from '../base/env.ts'
import { html } from '../html.ts'
import { COLUMNS } from './breakdown.tsx'
import { AnalysisPage } from './page.tsx'

/** Figures of whatever this officer leads or watches; the address alone says which. */
export async function showAnalysis(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const found = await dashboard(tools, officer, c.req.query(), COLUMNS)
  if (!found.ok) return c.notFound()
  const directory = await tools.directory()
  const today = tools.clock.now().toZonedDateTimeISO(directory.timeZone).toPlainDate()
  return html(c, <AnalysisPage officer={officer} board={found.value} directory={directory} today={today} />)
}
