import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { takeStep } from '#cases'
import { acknowledgeSurge } from '#insight'
import type { StaffEnv } from '../base/env.ts'
import { readForm } from '../forms/index.ts'

/** Reminds whoever owes the next act on a case; two clicks are one reminder. */
export const postRemind = (c: Context<StaffEnv>) => act(c, 'remind', {}, 'reminded')

/** Gives a case to the central office, which answers it instead of whoever held it. */
export async function postTakeOver(c: Context<StaffEnv>) {
  const { central } = await c.var.tools.directory()
  return central ? act(c, 'route', { entity: central.id }, 'taken') : c.notFound()
}

/** A step on a case from the desk of the room; the page says whether it was taken. */
async function act(c: Context<StaffEnv>, step: 'remind' | 'route', input: object, said: string) {
  const { tools, officer, page } = c.var
  const id = c.req.param('id') ?? ''
  const form = await readForm(c)
  const key = form.ok ? form.value.text('key') : ''
  const bodyHash = createHash('sha256').update(`${step} ${id}`).digest()
  const taken = await takeStep(
    tools,
    { kind: 'staff', officer },
    { caseId: id, step, input, ...(key && { key: { scope: `staff ${officer.id}`, key, bodyHash } }) },
  )
  if (!taken.ok && taken.reason === 'not-found') return c.notFound()
  tools.wake()
  return c.redirect(`/${page.reader.locale}/operations/desk?${said}=${taken.ok ? 'yes' : 'no'}`, 303)
}

/** An alert was seen. One that is over meanwhile needs nobody. */
export async function postSeen(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  await readForm(c)
  await acknowledgeSurge(tools, officer, c.req.param('id') ?? '')
  return c.redirect(`/${page.reader.locale}/operations/desk`, 303)
}
