import type { Context } from 'hono'
import { LIMITS, openEntityLink, replyByLink } from '#cases'
import { words } from '#words'
import type { Env } from '../base/env.ts'
import type { Attempt } from '../desk/case/attempt.ts'
import { attemptOf } from '../desk/case/given-back.ts'
import { withOneMore, withoutEmptyRows } from '../desk/case/rows.ts'
import { nest, readForm, sendFile } from '../forms/index.ts'
import { sayRefusal } from '../forms/say-refusal.ts'
import { html } from '../html.ts'
import { AnswerPage, GonePage, ThanksPage } from './answer-pages.tsx'

/** The case behind a good link. Unknown, used and expired links get one kind page. */
export async function showAnswer(c: Context<Env>, attempt?: Attempt) {
  const { tools } = c.var
  unfindable(c)
  const opened = await openEntityLink(tools, c.req.param('token') ?? '')
  if (!opened.ok) return html(c, <GonePage />, 404)
  const directory = await tools.directory()
  const wrong = attempt && !attempt.quiet
  const page = (
    <AnswerPage
      linked={opened.value}
      directory={directory}
      token={c.req.param('token') ?? ''}
      attempt={attempt}
    />
  )
  return html(c, page, wrong ? 422 : 200)
}

/** The reply: taken once, with the use of the link, and on to the same two reviews as any other. */
export async function postAnswer(c: Context<Env>) {
  const { tools, page } = c.var
  unfindable(c)
  const read = await readForm(c, { files: tools.files, maxFiles: LIMITS.files })
  const said = words(page.reader.locale)
  if (!read.ok)
    return showAnswer(c, { step: 'reply', typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const form = read.value
  const token = c.req.param('token') ?? ''
  const files = form.files.flatMap(({ stored }) => [...stored])
  const giveBack = async (attempt: Attempt) => {
    await Promise.all(files.map(({ id }) => tools.files.remove(id)))
    const lost: Attempt['errors'] = files.length > 0 ? { files: said.desk.page.filesAgain } : {}
    return showAnswer(c, { ...attempt, errors: { ...attempt.errors, ...lost } })
  }
  const longer = withOneMore(form.fields, form.text('more'))
  if (longer) return giveBack({ step: 'reply', typed: longer, errors: {}, quiet: true })
  const typed = withoutEmptyRows(form.fields)
  const refused = form.refusals.map((each) => [each.file ? 'files' : each.field, sayRefusal(said, each)])
  if (refused.length > 0) return giveBack({ step: 'reply', typed, errors: Object.fromEntries(refused) })
  const nested = nest(typed.filter(([name]) => name !== 'more'))
  const taken = nested.ok ? await replyByLink(tools, token, nested.value, files) : nested
  if (taken.ok) {
    tools.wake()
    return html(c, <ThanksPage />)
  }
  return giveBack(attemptOf('reply', typed, taken))
}

/** A file of the resident's, for whoever holds the link. */
export async function linkedFile(c: Context<Env>) {
  const opened = await openEntityLink(c.var.tools, c.req.param('token') ?? '')
  const file = opened.ok ? opened.value.files.find(({ id }) => id === c.req.param('file')) : undefined
  const bytes = file && (await c.var.tools.files.read(file.id))
  unfindable(c)
  return file && bytes ? sendFile(c, file, bytes) : c.notFound()
}

/** The address itself is a secret: nobody keeps it, nobody finds it, and no other site is told. */
function unfindable(c: Context<Env>) {
  c.header('Cache-Control', 'no-store')
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Robots-Tag', 'noindex, nofollow')
}
