import type { Context } from 'hono'
import { openFile } from '#cases'
import { readNoticesOfCase } from '#messages'
import type { StaffEnv } from '../../base/env.ts'
import { sendFile } from '../../forms/index.ts'
import { html } from '../../html.ts'
import type { Attempt } from './attempt.ts'
import { caseData } from './data.ts'
import { CasePage } from './page.tsx'

/** A case within reach; whatever else is asked for is not found, and says so alike. */
export async function showCase(c: Context<StaffEnv>, attempt?: Attempt) {
  const data = await caseData(c, c.req.param('id') ?? '', attempt)
  if (!data) return c.notFound()
  await readNoticesOfCase(c.var.tools, c.var.officer, data.state.id)
  const wrong = attempt && !attempt.quiet
  return html(c, <CasePage data={data} done={c.req.query('done')} />, wrong ? 422 : 200)
}

/** A file of a case within reach, to be saved. */
export async function showFile(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const file = await openFile(tools, officer, c.req.param('id') ?? '', c.req.param('file') ?? '')
  const bytes = file && (await tools.files.read(file.id))
  return file && bytes ? sendFile(c, file, bytes) : c.notFound()
}
