import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { type FormulaWarning, findCase, isStep, LIMITS, type StepName, takeStep } from '#cases'
import type { Result } from '#kernel'
import { words } from '#words'
import type { StaffEnv } from '../../base/env.ts'
import { type PostedForm, readForm } from '../../forms/index.ts'
import { sayRefusal } from '../../forms/say-refusal.ts'
import type { Attempt } from './attempt.ts'
import { moreRows } from './more-rows.ts'
import { afterReply, replyAct } from './post-reply.ts'
import { showCase } from './show.tsx'
import { inputOf } from './step-input.ts'

/** Steps whose form takes files. */
const WITH_FILES: readonly StepName[] = ['note', 'add', 'reply']

/**
 * Takes a step of a case as a form says it. What is not taken comes back on the same page, with everything
 * typed and the reason beside its field.
 */
export async function postStep(c: Context<StaffEnv>) {
  const [id, step] = [c.req.param('id') ?? '', c.req.param('step') ?? '']
  const { tools, officer } = c.var
  const files = isStep(step) && WITH_FILES.includes(step)
  const read = await readForm(c, files ? { files: tools.files, maxFiles: LIMITS.files } : {})
  if (!isStep(step) || step === 'submit' || !(await findCase(tools.db, officer, id))) return c.notFound()
  const said = words(c.var.page.reader.locale)
  if (!read.ok) return showCase(c, { step, typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const form = read.value
  const more = moreRows(step, form)
  if (more) return showCase(c, more)
  const refused = Object.fromEntries(
    form.refusals.map((each) => [each.file ? 'files' : each.field, sayRefusal(said, each)]),
  )
  if (Object.keys(refused).length > 0) return again(c, form, { step, typed: form.fields, errors: refused })
  if (step === 'reply') {
    const done = await replyAct(c, id, form)
    if (done) return done
  }
  const input = await inputOf(c, step, form)
  const taken = input.ok ? await take(c, id, step, form, input.value) : input
  if (!taken.ok) return again(c, form, attemptOf(step, form, taken))
  tools.wake()
  return afterwards(c, id, step)
}

async function take(
  c: Context<StaffEnv>,
  id: string,
  step: Exclude<StepName, 'submit'>,
  form: PostedForm,
  input: object,
) {
  const { tools, officer } = c.var
  return takeStep(
    tools,
    { kind: 'staff', officer },
    {
      caseId: id,
      step,
      input,
      files: form.files.flatMap(({ stored }) => [...stored]),
      key: intentOf(c, form),
      within: step === 'reply' ? afterReply(c, id, form) : undefined,
    },
  )
}

/** The form's own key: a double click is one intention. */
function intentOf(c: Context<StaffEnv>, form: PostedForm) {
  const key = form.text('key')
  if (!/^[\w-]{8,64}$/.test(key)) return undefined
  const body = JSON.stringify([c.req.path, form.fields.filter(([name]) => name !== 'warned')])
  return { scope: `desk:${c.var.officer.id}`, key, bodyHash: createHash('sha256').update(body).digest() }
}

/** Files of a form that was not taken are not kept; the page says so beside their field. */
export async function again(c: Context<StaffEnv>, form: PostedForm, attempt: Attempt) {
  const stored = form.files.flatMap((each) => [...each.stored])
  await Promise.all(stored.map(({ id }) => c.var.tools.files.remove(id)))
  const { desk } = words(c.var.page.reader.locale)
  const errors = stored.length > 0 ? { ...attempt.errors, files: desk.page.filesAgain } : attempt.errors
  return showCase(c, { ...attempt, errors })
}

export function attemptOf(
  step: string,
  form: PostedForm,
  refusal: Extract<Result<unknown>, { ok: false }>,
): Attempt {
  const fields = refusal.reason === 'invalid' && refusal.details
  const errors = fields
    ? Object.fromEntries(Object.entries(fields).map(([field, reason]) => [field, String(reason)]))
    : { form: refusal.reason }
  return { step, typed: form.fields, errors, ...warnings(refusal) }
}

const warnings = ({ reason, details }: Extract<Result<unknown>, { ok: false }>): Partial<Attempt> =>
  reason === 'formula'
    ? { errors: {}, quiet: true, warnings: String(details?.warnings).split(' ') as FormulaWarning[] }
    : {}

/** Back to the case; to the queue when the step took it out of reach. */
export async function afterwards(c: Context<StaffEnv>, id: string, done: string) {
  const { tools, officer, page } = c.var
  const below = `/${page.reader.locale}/desk`
  const stays = await findCase(tools.db, officer, id)
  return c.redirect(`${below}${stays ? `/cases/${id}` : ''}?done=${done}`, 303)
}
