import type { Context } from 'hono'
import { readReport } from '#insight'
import { reportPaper } from '#messages'
import type { StaffEnv } from '../base/env.ts'
import { attachment } from '../forms/send-file.ts'
import { html } from '../html.ts'
import { ReportPage } from './page.tsx'

/** The report on a period that is over; of the last month when none is named. */
export async function showReport(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const found = await readReport(tools, officer, c.req.param('period'))
  return found.ok ? html(c, <ReportPage officer={officer} found={found.value} />) : c.notFound()
}

/** The same as the paper that the mail carries. */
export async function printReport(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const found = await readReport(tools, officer, c.req.param('period'))
  if (!found.ok || !found.value.facts) return c.notFound()
  const paper = await reportPaper(page.reader, found.value.facts)
  return c.body(new Uint8Array(paper), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(`sawt-report-${found.value.period.name}.pdf`),
    'Cache-Control': 'private, no-store',
  })
}
