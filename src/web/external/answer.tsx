import type { Context } from 'hono'
import { LIMITS, openEntityLink, replyByLink } from '#cases'
import { words } from '#words'
import type { Env } from '../base/env.ts'
import type { Attempt } from '../desk/case/attempt.ts'
import { moreRows } from '../desk/case/more-rows.ts'
import { attemptOf } from '../desk/case/post-step.ts'
import { filled } from '../desk/case/step-input.ts'
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
  const more = moreRows('reply', form)
  if (more) return showAnswer(c, more)
  const nested = nest(form.fields.filter(([name]) => name !== 'more'))
  if (!nested.ok) return showAnswer(c, attemptOf('reply', form, nested))
  const given = nested.value
  const input = { ...given, points: filled(given.points), actions: filled(given.actions) }
  const files = form.files.flatMap(({ stored }) => [...stored])
  const taken = await replyByLink(tools, c.req.param('token') ?? '', input, files)
  if (taken.ok) {
    tools.wake()
    return html(c, <ThanksPage />)
  }
  await Promise.all(files.map(({ id }) => tools.files.remove(id)))
  return showAnswer(c, attemptOf('reply', form, taken))
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
