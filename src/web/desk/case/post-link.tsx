import type { Context } from 'hono'
import { findCase, makeEntityLink, revokeEntityLink, sendEntityLink } from '#cases'
import type { StaffEnv } from '../../base/env.ts'
import { readForm } from '../../forms/index.ts'
import { html } from '../../html.ts'
import { caseData } from './data.ts'
import { afterwards } from './given-back.ts'
import { MadeLinkPage } from './made-link-page.tsx'
import { showCase } from './show.tsx'

/** Makes the one-time link, mails it to the entity's contact where that can be done, and shows it, this once. */
export async function postLink(c: Context<StaffEnv>) {
  const read = await readForm(c)
  const id = c.req.param('id') ?? ''
  const { tools, officer, page } = c.var
  if (!(await findCase(tools.db, officer, id))) return c.notFound()
  if (!read.ok) return showCase(c, { step: 'entity-link', typed: [], errors: { form: read.reason } })
  const made = await makeEntityLink(tools, officer, id)
  if (!made.ok) return showCase(c, { step: 'entity-link', typed: [], errors: { form: made.reason } })
  const sentTo = await sendEntityLink(tools, id, made.value)
  tools.wake()
  const data = await caseData(c, id)
  if (!data) return c.notFound()
  const address = `${tools.publicUrl}/${page.reader.locale}/answer/${made.value.token}`
  return html(
    c,
    <MadeLinkPage data={data} address={address} expires={made.value.expiresAt} sentTo={sentTo} />,
  )
}

export async function postLinkEnd(c: Context<StaffEnv>) {
  const read = await readForm(c)
  const id = c.req.param('id') ?? ''
  const ended = read.ok ? await revokeEntityLink(c.var.tools, c.var.officer, id) : read
  if (ended.ok) return afterwards(c, id, 'link-ended')
  return ended.reason === 'not-found'
    ? c.notFound()
    : showCase(c, { step: 'entity-link', typed: [], errors: { form: ended.reason } })
}
