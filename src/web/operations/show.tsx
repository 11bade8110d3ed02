import type { Context } from 'hono'
import { currentSurges, expectsToday, partOfRoom, readBoard, runsOperations, watchLate } from '#insight'
import type { StaffEnv } from '../base/env.ts'
import { html } from '../html.ts'
import { OperationsDesk } from './desk.tsx'
import { Wall } from './wall.tsx'

/** The wall as it is now; what changes comes by the stream. */
export async function showWall(c: Context<StaffEnv>) {
  const { tools, page, officer } = c.var
  const directory = await tools.directory()
  const sees = partOfRoom(officer, directory)
  if (!sees) return c.notFound()
  const board = await readBoard(tools, sees.part)
  Object.assign(page, { theme: 'dark' })
  return html(c, <Wall board={board} directory={directory} acts={runsOperations(officer)} />)
}

/** What operators see to: alerts, and what is late. */
export async function showDesk(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const [late, surges, expects, directory] = await Promise.all([
    watchLate(tools, officer),
    currentSurges(tools.db),
    expectsToday(tools),
    tools.directory(),
  ])
  if (!late) return c.notFound()
  const { reminded, taken } = c.req.query()
  return html(c, <OperationsDesk {...{ officer, late, surges, expects, directory, reminded, taken }} />)
}
