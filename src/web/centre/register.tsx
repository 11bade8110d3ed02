import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { enterCase, LIMITS, pinOf } from '#cases'
import { newId, type Result } from '#kernel'
import { words } from '#words'
import type { StaffEnv } from '../base/env.ts'
import type { Attempt } from '../desk/case/attempt.ts'
import { mayRegister } from '../desk/roles.ts'
import { type PostedForm, readForm } from '../forms/index.ts'
import { sayRefusal } from '../forms/say-refusal.ts'
import { html } from '../html.ts'
import { RegisterPage } from './register-page.tsx'
import { RegisteredPage } from './registered-page.tsx'

/** A call, a visit or a letter, on one page. */
export async function showRegister(c: Context<StaffEnv>, attempt?: Attempt) {
  const { tools, officer } = c.var
  if (!mayRegister(officer)) return c.notFound()
  const text = attempt?.typed.find(([name]) => name === 'text')?.[1] ?? ''
  const suggestions = text
    ? (await tools.suggest(text)).slice(0, 4).filter(({ confidence }, at) => at === 0 || confidence >= 0.05)
    : []
  const wrong = attempt && !attempt.quiet
  const page = (
    <RegisterPage
      officer={officer}
      directory={await tools.directory()}
      suggestions={suggestions}
      attempt={attempt}
      draftKey={attempt?.typed.find(([name]) => name === 'key')?.[1] || newId()}
    />
  )
  return html(c, page, wrong ? 422 : 200)
}

/** The first time it comes back with categories to choose from; the second time it is registered. */
export async function postRegister(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const read = await readForm(c, { files: tools.files, maxFiles: LIMITS.files })
  if (!mayRegister(officer)) return c.notFound()
  const said = words(page.reader.locale)
  if (!read.ok)
    return showRegister(c, { step: 'register', typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const form = read.value
  const files = form.files.flatMap(({ stored }) => [...stored])
  const again = async (errors: Attempt['errors'], quiet = false) => {
    await Promise.all(files.map(({ id }) => tools.files.remove(id)))
    const lost: Record<string, string> = files.length > 0 ? { files: said.desk.page.filesAgain } : {}
    return showRegister(c, {
      step: 'register',
      typed: form.fields,
      errors: { ...errors, ...lost },
      quiet: quiet && files.length === 0,
    })
  }
  if (form.refusals.length > 0)
    return again(
      Object.fromEntries(
        form.refusals.map((each) => [each.file ? 'files' : each.field, sayRefusal(said, each)]),
      ),
    )
  if (form.text('do') === 'suggest') return again(form.text('text').trim() ? {} : { text: 'required' }, true)
  const entered = await enterCase(tools, officer, submissionOf(form), keyOf(c, form), files)
  if (!entered.ok) return again(errorsOf(entered))
  tools.wake()
  const { state } = entered.value
  return html(c, <RegisteredPage officer={officer} state={state} pin={pinOf(tools.secret, state.id)} />)
}

function submissionOf(form: PostedForm) {
  const text = (name: string) => form.text(name) || undefined
  const category = form.text('category') === 'other' ? text('other-category') : text('category')
  return {
    type: form.text('type'),
    text: form.text('text'),
    category: category === 'none' ? undefined : category,
    channel: form.text('channel'),
    remedy: text('remedy'),
    place: { id: text('area'), text: text('place') },
    requester: { name: text('name'), phone: text('phone'), email: text('email'), language: text('language') },
    identityHidden: form.text('identityHidden') === 'yes',
  }
}

/** Fields of the page by those of a submission. */
const FIELDS: Readonly<Record<string, string>> = {
  'place.text': 'place',
  'place.id': 'area',
  'requester.name': 'name',
  'requester.phone': 'phone',
  'requester.email': 'email',
  'requester.language': 'language',
}

const errorsOf = ({ reason, details }: Extract<Result<unknown>, { ok: false }>): Attempt['errors'] =>
  reason === 'invalid' && details
    ? Object.fromEntries(Object.entries(details).map(([field, why]) => [FIELDS[field] ?? field, String(why)]))
    : { form: reason }

function keyOf(c: Context<StaffEnv>, form: PostedForm) {
  const key = form.text('key') || newId()
  const bodyHash = createHash('sha256').update(JSON.stringify(form.fields)).digest()
  return { scope: `centre:${c.var.officer.id}`, key, bodyHash }
}
