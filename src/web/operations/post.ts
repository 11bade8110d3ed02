import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { takeStep } from '#cases'
import { acknowledgeSurge } from '#insight'
import type { StaffEnv } from '../base/env.ts'
import { readForm } from '../forms/index.ts'

/** Reminds whoever owes the next act on a case; two clicks are one reminder. */
export async function postRemind(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const id = c.req.param('id') ?? ''
  const form = await readForm(c)
  const key = form.ok ? form.value.text('key') : ''
  const taken = await takeStep(
    tools,
    { kind: 'staff', officer },
    {
      caseId: id,
      step: 'remind',
      input: {},
      ...(key && {
        key: {
          scope: `staff ${officer.id}`,
          key,
          bodyHash: createHash('sha256').update(`remind ${id}`).digest(),
        },
      }),
    },
  )
  if (!taken.ok && taken.reason === 'not-found') return c.notFound()
  tools.wake()
  return c.redirect(`/${page.reader.locale}/operations/desk?reminded=${taken.ok ? 'yes' : 'no'}`, 303)
}

/** An alert was seen. One that is over meanwhile needs nobody. */
export async function postSeen(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  await readForm(c)
  await acknowledgeSurge(tools, officer, c.req.param('id') ?? '')
  return c.redirect(`/${page.reader.locale}/operations/desk`, 303)
}
