import type { Context } from 'hono'
import { type Caller, casesOfCaller, registerCall } from '#cases'
import { CALLING_CODES } from '#people'
import type { StaffEnv } from '../base/env.ts'
import { mayRegister } from '../desk/roles.ts'
import { type PostedForm, readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { CallerPage, type CallerPageProps } from './caller-page.tsx'

/** Finding the case of somebody on the line. */
export function showCaller(c: Context<StaffEnv>, asked: Partial<CallerPageProps> = {}) {
  if (!mayRegister(c.var.officer)) return c.notFound()
  return html(
    c,
    <CallerPage officer={c.var.officer} reference="" phone="" {...asked} />,
    asked.error ? 422 : 200,
  )
}

export async function postCaller(c: Context<StaffEnv>) {
  const read = await readForm(c)
  if (!read.ok) return showCaller(c, { error: read.reason })
  const caller = await callerOf(c, read.value)
  if (!caller.reference.trim() && !caller.phone.trim()) return showCaller(c, { error: 'required' })
  const found = await casesOfCaller(c.var.tools, c.var.officer, caller)
  return found.ok ? showCaller(c, { ...caller, found: found.value }) : c.notFound()
}

/** Opens one of them; from then on the agent reaches it. */
export async function openCall(c: Context<StaffEnv>) {
  const read = await readForm(c)
  if (!read.ok) return showCaller(c, { error: read.reason })
  const caller = await callerOf(c, read.value)
  const opened = await registerCall(c.var.tools, c.var.officer, caller, read.value.text('case'))
  if (!opened.ok) return c.notFound()
  return c.redirect(`/${c.var.page.reader.locale}/desk/cases/${opened.value.id}`, 303)
}

async function callerOf({ var: { tools } }: Context<StaffEnv>, form: PostedForm): Promise<Caller> {
  const { country } = await tools.directory()
  return {
    reference: form.text('reference'),
    phone: form.text('phone'),
    country: CALLING_CODES[country ?? ''],
  }
}
