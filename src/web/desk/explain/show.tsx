import type { Context } from 'hono'
import { explainDates, openCase } from '#cases'
import type { StaffEnv } from '../../base/env.ts'
import { html } from '../../html.ts'
import { DatesPage } from './page.tsx'

/** How the dates of a case within reach came about. */
export async function showDates(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const opened = await openCase(tools, officer, c.req.param('id') ?? '')
  if (!opened.ok) return c.notFound()
  const { state, events } = opened.value
  const dates = await explainDates(tools, events, state.entity)
  const directory = await tools.directory()
  return html(c, <DatesPage officer={officer} state={state} dates={dates} directory={directory} />)
}
