import type { Context } from 'hono'
import { isProblemStep, takeProblemStep } from '#problems'
import { words } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { attemptOf } from '../desk/case/given-back.ts'
import { readForm } from '../forms/index.ts'
import { sayRefusal } from '../forms/say-refusal.ts'
import { showProblem } from './show.tsx'

/** Takes a step as a form says it. What is not taken comes back with everything typed and the reason beside it. */
export async function postStep(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const [id, step] = [c.req.param('id') ?? '', c.req.param('step') ?? '']
  const read = await readForm(c)
  if (!isProblemStep(step)) return c.notFound()
  const said = words(page.reader.locale)
  if (!read.ok) return showProblem(c, { step, typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const refused = read.value.refusals.map((each) => [each.field, sayRefusal(said, each)])
  const typed = read.value.fields.filter(([name]) => name !== 'csrf')
  if (refused.length > 0) return showProblem(c, { step, typed, errors: Object.fromEntries(refused) })
  const taken = await takeProblemStep(tools, officer, { id, step, input: Object.fromEntries(typed) })
  if (taken.ok) return c.redirect(`/${page.reader.locale}/desk/problems/${id}?done=${step}`, 303)
  if (taken.reason === 'not-found') return c.notFound()
  return showProblem(c, attemptOf(step, typed, taken))
}
