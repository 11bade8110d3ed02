import type { Context } from 'hono'
import { currentSurges, readBoard, watchLate } from '#insight'
import type { StaffEnv } from '../base/env.ts'
import { html } from '../html.ts'
import { OperationsDesk } from './desk.tsx'
import { Wall } from './wall.tsx'

/** The wall as it is now; what changes comes by the stream. */
export async function showWall(c: Context<StaffEnv>) {
  const { tools, page } = c.var
  const [board, directory] = await Promise.all([readBoard(tools), tools.directory()])
  Object.assign(page, { theme: 'dark' })
  return html(c, <Wall board={board} directory={directory} />)
}

/** What operators see to: alerts, and what is late. */
export async function showDesk(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const [late, surges, directory] = await Promise.all([
    watchLate(tools, officer),
    currentSurges(tools.db),
    tools.directory(),
  ])
  if (!late) return c.notFound()
  const reminded = c.req.query('reminded')
  return html(c, <OperationsDesk {...{ officer, late, surges, directory, reminded }} />)
}
