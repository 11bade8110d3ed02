import type { Context } from 'hono'
import {
  confirmArticle,
  listArticles,
  mayPublish,
  mayWriteArticles,
  openArticle,
  publishArticle,
  withdrawArticle,
  writeArticle,
} from '#knowledge'
import { words } from '#words'
import type { StaffEnv } from '../../base/env.ts'
import type { Attempt } from '../../desk/case/attempt.ts'
import { attemptOf } from '../../desk/case/given-back.ts'
import { type PostedForm, readForm } from '../../forms/index.ts'
import { sayRefusal } from '../../forms/say-refusal.ts'
import { html } from '../../html.ts'
import { ArticlePage } from './article-page.tsx'
import { ArticlesPage } from './list-page.tsx'

/** Every article that the officer writes. */
export async function showArticles(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  if (!mayWriteArticles(officer)) return c.notFound()
  const now = tools.clock.now()
  const directory = await tools.directory()
  return html(
    c,
    <ArticlesPage
      officer={officer}
      articles={await listArticles(tools, officer)}
      directory={directory}
      today={now.toZonedDateTimeISO(directory.timeZone).toPlainDate()}
      done={c.req.query('done')}
    />,
  )
}

/** One article with its versions, or a new one. */
export async function showArticle(c: Context<StaffEnv>, attempt?: Attempt) {
  const { tools, officer } = c.var
  const id = c.req.param('id') ?? ''
  if (!mayWriteArticles(officer)) return c.notFound()
  const opened = id === 'new' ? undefined : await openArticle(tools, officer, id)
  if (opened && !opened.ok) return c.notFound()
  const page = (
    <ArticlePage
      officer={officer}
      opened={opened?.value}
      directory={await tools.directory()}
      attempt={attempt}
      done={c.req.query('done')}
    />
  )
  return html(c, page, attempt ? 422 : 200)
}

/** Writes a version; whoever may, publishes it with the same button. */
export async function postArticle(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const read = await readForm(c)
  if (!mayWriteArticles(officer)) return c.notFound()
  const said = words(page.reader.locale)
  if (!read.ok)
    return showArticle(c, { step: 'article', typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const id = c.req.param('id') ?? ''
  const saved = await writeArticle(tools, officer, id === 'new' ? undefined : id, articleIn(read.value))
  if (!saved.ok && saved.reason === 'not-found') return c.notFound()
  if (!saved.ok) return showArticle(c, attemptOf('article', read.value.fields, saved))
  if (read.value.text('do') !== 'publish' || !mayPublish(officer)) return to(c, saved.value.id, 'kept')
  await publishArticle(tools, officer, saved.value.id)
  return to(c, saved.value.id, 'done')
}

const ACTS = {
  publish: { act: publishArticle, done: 'done' },
  withdraw: { act: withdrawArticle, done: 'gone' },
  confirm: { act: confirmArticle, done: 'confirmed' },
} as const

/** Publishing as it stands, withdrawing, confirming. */
export async function postArticleState(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const read = await readForm(c)
  const name = c.req.param('act') ?? ''
  const id = c.req.param('id') ?? ''
  if (!Object.hasOwn(ACTS, name)) return c.notFound()
  const { act, done } = ACTS[name as keyof typeof ACTS]
  const changed = read.ok ? await act(tools, officer, id) : undefined
  if (changed && !changed.ok) return c.notFound()
  return to(c, id, changed ? done : '')
}

/** The fields of the page as the room takes them. */
export const articleIn = (form: PostedForm) => ({
  ar: { title: form.text('ar.title'), answer: form.text('ar.answer'), body: form.text('ar.body') },
  en: { title: form.text('en.title'), answer: form.text('en.answer'), body: form.text('en.body') },
  asked: form.text('asked'),
  entity: form.text('entity'),
  category: form.text('category'),
  reviewOn: form.text('reviewOn') || undefined,
})

export const to = (c: Context<StaffEnv>, id: string, done: string) =>
  c.redirect(
    `/${c.var.page.reader.locale}/desk/articles/${encodeURIComponent(id)}${done && `?done=${done}`}`,
    303,
  )
