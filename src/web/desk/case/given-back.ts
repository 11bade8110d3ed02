import type { Context } from 'hono'
import { type FormulaWarning, findCase } from '#cases'
import type { Result } from '#kernel'
import { words } from '#words'
import type { StaffEnv } from '../../base/env.ts'
import type { PostedForm } from '../../forms/index.ts'
import type { Attempt } from './attempt.ts'
import type { Typed } from './rows.ts'
import { showCase } from './show.tsx'

type Refused = Extract<Result<unknown>, { ok: false }>

/** The form as it was typed, with the reason beside each field, or above them all. */
export function attemptOf(step: string, typed: Typed, { reason, details }: Refused): Attempt {
  if (reason === 'formula') {
    const warnings = String(details?.warnings).split(' ') as FormulaWarning[]
    return { step, typed, errors: {}, quiet: true, warnings }
  }
  if (reason !== 'invalid' || !details) return { step, typed, errors: { form: reason } }
  const errors = Object.entries(details).map(([field, why]) => [field, String(why)])
  return { step, typed, errors: Object.fromEntries(errors) }
}

/** Files of a form that was not taken are not kept; the page says so beside their field. */
export async function giveBack(c: Context<StaffEnv>, form: PostedForm, attempt: Attempt) {
  const stored = form.files.flatMap((each) => [...each.stored])
  await Promise.all(stored.map(({ id }) => c.var.tools.files.remove(id)))
  const { desk } = words(c.var.page.reader.locale)
  const errors = stored.length > 0 ? { ...attempt.errors, files: desk.page.filesAgain } : attempt.errors
  return showCase(c, { ...attempt, errors })
}

/** Back to the case; to the queue when the step took it out of reach. */
export async function afterwards(c: Context<StaffEnv>, id: string, done: string) {
  const { tools, officer, page } = c.var
  const below = `/${page.reader.locale}/desk`
  const stays = await findCase(tools.db, officer, id)
  return c.redirect(`${below}${stays ? `/cases/${id}` : ''}?done=${done}`, 303)
}
