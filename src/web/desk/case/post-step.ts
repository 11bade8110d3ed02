import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { findCase, isStep, LIMITS, type StepName, takeStep } from '#cases'
import { words } from '#words'
import type { StaffEnv } from '../../base/env.ts'
import { type PostedForm, readForm } from '../../forms/index.ts'
import { sayRefusal } from '../../forms/say-refusal.ts'
import { afterwards, attemptOf, giveBack } from './given-back.ts'
import { replyAct, warnOnce } from './post-reply.ts'
import { postSeal } from './post-seal.ts'
import { type Typed, withOneMore, withoutEmptyRows } from './rows.ts'
import { showCase } from './show.tsx'
import { inputOf } from './step-input.ts'

type Step = Exclude<StepName, 'submit'>

/** Steps whose form takes files. */
const WITH_FILES: readonly StepName[] = ['note', 'add', 'reply']

/**
 * Takes a step of a case as a form says it. What is not taken comes back on the same page, with everything
 * typed and the reason beside its field.
 */
export async function postStep(c: Context<StaffEnv>) {
  const [id, step] = [c.req.param('id') ?? '', c.req.param('step') ?? '']
  const { tools, officer, page } = c.var
  const files = isStep(step) && WITH_FILES.includes(step)
  const read = await readForm(c, files ? { files: tools.files, maxFiles: LIMITS.files } : {})
  if (!isStep(step) || step === 'submit' || !(await findCase(tools.db, officer, id))) return c.notFound()
  const said = words(page.reader.locale)
  if (!read.ok) return showCase(c, { step, typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const form = read.value
  const longer = withOneMore(form.fields, form.text('more'))
  if (longer) return giveBack(c, form, { step, typed: longer, errors: {}, quiet: true })
  const typed = withoutEmptyRows(form.fields)
  const refused = form.refusals.map((each) => [each.file ? 'files' : each.field, sayRefusal(said, each)])
  if (refused.length > 0) return giveBack(c, form, { step, typed, errors: Object.fromEntries(refused) })
  if (step === 'seal') return postSeal(c, id, form)
  const other = step === 'reply' ? await replyAct(c, id, form, typed) : undefined
  return other ?? take(c, { id, step, form, typed })
}

interface Posted {
  id: string
  step: Step
  form: PostedForm
  typed: Typed
}

async function take(c: Context<StaffEnv>, { id, step, form, typed }: Posted) {
  const { tools, officer } = c.var
  const input = await inputOf(c, step, typed)
  if (!input.ok) return giveBack(c, form, attemptOf(step, typed, input))
  const taken = await takeStep(
    tools,
    { kind: 'staff', officer },
    {
      caseId: id,
      step,
      input: input.value,
      files: form.files.flatMap(({ stored }) => [...stored]),
      key: intentOf(c, form),
      within: step === 'reply' ? warnOnce(tools, officer, id, form, typed) : undefined,
    },
  )
  if (!taken.ok) return giveBack(c, form, attemptOf(step, typed, taken))
  tools.wake()
  return afterwards(c, id, step)
}

/** The form's own key: a double click is one intention. */
function intentOf(c: Context<StaffEnv>, form: PostedForm) {
  const key = form.text('key')
  if (!/^[\w-]{8,64}$/.test(key)) return undefined
  const body = JSON.stringify([c.req.path, form.fields])
  return { scope: `desk:${c.var.officer.id}`, key, bodyHash: createHash('sha256').update(body).digest() }
}
