import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type ResidentView, residentView, takeStep } from '#cases'
import { isId } from '#kernel'
import type { StoredFile } from '#platform'
import { words } from '#words'
import type { Env } from '../../base/env.ts'
import { FORM_STATUS, type PostedForm, readForm } from '../../forms/index.ts'
import { go } from '../go.ts'
import { fieldTroubles, formTrouble, type Trouble } from '../trouble.ts'
import { type Act, MOST_FILES, type Own } from './own.ts'
import { drawCase } from './page.tsx'
import { drawStep, type StepFields } from './step-page.tsx'

/** What each step is given; other fields of a form are not looked at. */
const GIVEN: Record<Act, readonly string[]> = {
  add: ['text'],
  rate: ['solved', 'respect', 'comment'],
  object: ['reason'],
  accept: [],
  contest: ['reason'],
  withdraw: ['reason'],
}

/** The page of one step; a step that is not open leads back to the case. */
export async function askStep(c: Context<Env>, own: Own, step: Act): Promise<Response> {
  const view = await residentView(c.var.tools, own.caseId)
  if (!view?.steps.includes(step)) return go(c, own.base)
  return drawStep(c, own, { step, view, fields: {} })
}

/** Takes a step in the resident's name. A form sent twice is one step. */
export async function takeResidentStep(c: Context<Env>, own: Own, step: Act): Promise<Response> {
  const { tools, page } = c.var
  const form = await readForm(c, step === 'add' ? { files: tools.files, maxFiles: MOST_FILES.files } : {})
  const view = await residentView(tools, own.caseId)
  const { locale } = page.reader
  if (!view) return c.notFound()
  if (!form.ok) {
    const fields = Object.fromEntries(form.typed)
    return again(c, own, step, view, fields, [formTrouble(locale, form.reason)], FORM_STATUS[form.reason])
  }
  const fields = Object.fromEntries(form.value.fields)
  const refused = fieldTroubles(locale, form.value.refusals)
  const uploads = form.value.files.flatMap(({ stored }) => stored)
  if (refused.length > 0) {
    await forgetFiles(c, uploads)
    return again(c, own, step, view, fields, refused)
  }
  const taken = await take(c, own, step, form.value, uploads)
  if (taken.ok) {
    const kept = new Set(taken.value.event.facts.files)
    // The same form sent twice: the first one's files are there already.
    if (!uploads.some(({ id }) => kept.has(id))) await forgetFiles(c, uploads)
    tools.wake()
    return go(c, `${own.base}?done=${step}`)
  }
  await forgetFiles(c, uploads)
  if (taken.reason !== 'invalid') {
    const text = words(locale).resident.errors.step.gone
    return drawCase(c, own, { troubles: [{ text }], status: 409 })
  }
  return again(c, own, step, view, fields, told(locale, taken.details ?? {}))
}

function take(c: Context<Env>, own: Own, step: Act, form: PostedForm, files: StoredFile[]) {
  const input = Object.fromEntries(GIVEN[step].map((name) => [name, form.text(name)]))
  const key = form.text('key')
  return takeStep(
    c.var.tools,
    { kind: 'resident', id: own.residentId },
    {
      caseId: own.caseId,
      step,
      input,
      files,
      ...(isId(key) && { key: { scope: `resident ${own.caseId}`, key, bodyHash: hashOf(step, input) } }),
    },
  )
}

const hashOf = (step: string, input: object) =>
  createHash('sha256')
    .update(JSON.stringify([step, input]))
    .digest()

async function forgetFiles(c: Context<Env>, uploads: readonly StoredFile[]) {
  for (const { id } of uploads) await c.var.tools.files.remove(id)
}

function told(locale: 'ar' | 'en', details: Readonly<Record<string, string | number>>): Trouble[] {
  const { step: said } = words(locale).resident.errors
  return Object.entries(details).map(([field, reason]) => ({
    field,
    text:
      field === 'solved' || field === 'respect'
        ? said[field]
        : said[reason === 'too-long' ? 'too-long' : 'required'],
  }))
}

function again(
  c: Context<Env>,
  own: Own,
  step: Act,
  view: ResidentView,
  fields: StepFields,
  troubles: Trouble[],
  status: ContentfulStatusCode = 422,
) {
  if (!view.steps.includes(step)) {
    const text = words(c.var.page.reader.locale).resident.errors.step.gone
    return drawCase(c, own, { troubles: [{ text }], status: 409 })
  }
  return drawStep(c, own, { step, view, fields, troubles, status })
}
