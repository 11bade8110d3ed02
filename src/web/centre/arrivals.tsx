import type { Context } from 'hono'
import { findArrival, listArrivals, settle } from '#arrivals'
import { formatReference, parseReference } from '#kernel'
import type { StaffEnv } from '../base/env.ts'
import { type PostedForm, readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { ArrivalPage, ArrivalsPage } from './arrivals-pages.tsx'

/** What waits for the contact centre, and what was set aside. */
export async function showArrivals(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const seen = await listArrivals(tools.db, officer)
  if (!seen) return c.notFound()
  const done = (['submit', 'add', 'dismiss'] as const).find((each) => each === c.req.query('done'))
  return html(c, <ArrivalsPage officer={officer} seen={seen} done={done} />)
}

export async function showArrival(c: Context<StaffEnv>, wrong?: { reason: string; reference: string }) {
  const { tools, officer } = c.var
  const found = await findArrival(tools.db, officer, c.req.param('id') ?? '')
  if (!found) return c.notFound()
  return html(c, <ArrivalPage officer={officer} found={found} wrong={wrong} />, wrong ? 422 : 200)
}

/** Takes the agent's decision. */
export async function postArrival(c: Context<StaffEnv>) {
  const form = await readForm(c)
  if (!form.ok) return showArrival(c, { reason: form.reason, reference: '' })
  const decision = decisionIn(form.value)
  const settled = await settle({ ...c.var.tools, ours: [] }, c.var.officer, c.req.param('id') ?? '', decision)
  if (!settled.ok) return showArrival(c, { reason: settled.reason, reference: form.value.text('reference') })
  c.var.tools.wake()
  return c.redirect(`/${c.var.page.reader.locale}/centre/arrivals?done=${decision.does}`, 303)
}

function decisionIn(form: PostedForm) {
  const does = form.text('does')
  if (does === 'submit' || does === 'dismiss') return { does } as const
  const reference = parseReference(form.text('reference'))
  return { does: 'add', reference: reference ? formatReference(reference) : '' } as const
}
