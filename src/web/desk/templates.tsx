import type { Context } from 'hono'
import { findTemplate, listTemplates, saveTemplate, templateScope } from '#cases'
import { words } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { readForm } from '../forms/index.ts'
import { sayRefusal } from '../forms/say-refusal.ts'
import { html } from '../html.ts'
import type { Attempt } from './case/attempt.ts'
import { attemptOf } from './case/given-back.ts'
import { mayWriteTemplates } from './roles.ts'
import { TemplatePage, TemplatesPage } from './template-pages.tsx'

/** Texts that replies begin with: a liaison writes those of their entity, a reviewer everybody's. */
export async function showTemplates(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  if (!mayWriteTemplates(officer)) return c.notFound()
  const templates = await listTemplates(tools, officer)
  const done = c.req.query('done') !== undefined
  return html(
    c,
    <TemplatesPage officer={officer} templates={templates} directory={await tools.directory()} done={done} />,
  )
}

/** One template, or a new one. */
export async function showTemplate(c: Context<StaffEnv>, attempt?: Attempt) {
  const { tools, officer } = c.var
  const id = c.req.param('id') ?? ''
  const found = id === 'new' ? undefined : await findTemplate(tools, officer, id)
  if (!mayWriteTemplates(officer) || (id !== 'new' && !found)) return c.notFound()
  return html(
    c,
    <TemplatePage
      officer={officer}
      template={found}
      scope={templateScope(officer)}
      directory={await tools.directory()}
      attempt={attempt}
    />,
    attempt ? 422 : 200,
  )
}

export async function postTemplate(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const read = await readForm(c)
  if (!mayWriteTemplates(officer)) return c.notFound()
  const said = words(page.reader.locale)
  if (!read.ok)
    return showTemplate(c, { step: 'template', typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const id = c.req.param('id') ?? ''
  const { name, body, language, entity, outcome, active } = Object.fromEntries(read.value.fields)
  const given = { name, body, language, entity, outcome, active: active ?? 'false' }
  const saved = await saveTemplate(tools, officer, id === 'new' ? undefined : id, given)
  if (saved.ok) return c.redirect(`/${page.reader.locale}/desk/templates?done`, 303)
  if (saved.reason === 'not-found') return c.notFound()
  return showTemplate(c, attemptOf('template', read.value.fields, saved))
}
