import type { Context } from 'hono'
import type { Directory } from '#entities'
import { type Evaluation, evaluation, freezeAgain } from '#insight'
import type { Officer } from '#people'
import { words } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { readForm } from '../forms/index.ts'
import { sayRefusal } from '../forms/say-refusal.ts'
import { html } from '../html.ts'
import { ListPage } from './list-page.tsx'
import { monthName } from './say.ts'

export interface Listed {
  officer: Officer
  found: Evaluation
  directory: Directory
  /** Why the month was not counted anew, in words, and what was typed. */
  wrong?: { month: string; note: string; field: 'month' | 'note'; why: string }
  done?: string
}

/** Everybody's cards of a month, as far as this officer may see them. */
export async function showList(c: Context<StaffEnv>, wrong?: Listed['wrong'], given = c.req.query()) {
  const { tools, officer } = c.var
  const found = await evaluation(tools, officer, given)
  if (!found.ok) return c.notFound()
  const directory = await tools.directory()
  const page = { officer, found: found.value, directory, wrong, done: c.req.query('done') }
  return html(c, <ListPage {...page} />, wrong ? 422 : 200)
}

/** Counts a month anew; what was frozen stays. */
export async function postFreeze(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const said = words(page.reader.locale)
  const read = await readForm(c)
  if (!read.ok) return showList(c, { month: '', note: '', field: 'note', why: sayRefusal(said, read) })
  const [month, note] = [read.value.text('month'), read.value.text('note')]
  const made = await freezeAgain(tools, officer, { month, note })
  if (made.ok) {
    const first = Temporal.PlainDate.from(`${month.trim()}-01`)
    return c.redirect(`/${page.reader.locale}/evaluation?month=${monthName(first)}&done=frozen`, 303)
  }
  if (made.reason === 'not-found') return c.notFound()
  const field = made.reason === 'note-missing' ? 'note' : 'month'
  return showList(c, { month, note, field, why: said.evaluation.refusals[made.reason] }, {})
}
