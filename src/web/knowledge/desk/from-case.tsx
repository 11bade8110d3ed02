import type { Context } from 'hono'
import { type ArticleBeginning, articleFromCase, publishArticle, writeArticle } from '#knowledge'
import { words } from '#words'
import type { StaffEnv } from '../../base/env.ts'
import type { Attempt } from '../../desk/case/attempt.ts'
import { attemptOf } from '../../desk/case/given-back.ts'
import { readForm } from '../../forms/index.ts'
import { sayRefusal } from '../../forms/say-refusal.ts'
import { html } from '../../html.ts'
import { ArticlePage } from './article-page.tsx'
import { articleIn, to } from './articles.tsx'

/** The first of two clicks: the answer of a case, without its people, as an article that can be published. */
export async function showFromCase(c: Context<StaffEnv>, attempt?: Attempt) {
  const { tools, officer } = c.var
  const begun = await articleFromCase(tools, officer, c.req.param('case') ?? '')
  if (!begun.ok) return c.notFound()
  const page = (
    <ArticlePage
      officer={officer}
      directory={await tools.directory()}
      attempt={attempt ?? { step: 'article', typed: typedOf(begun.value), errors: {}, quiet: true }}
      fromCase={c.req.param('case')}
    />
  )
  return html(c, page, attempt ? 422 : 200)
}

/** The second: read, perhaps changed, and published. */
export async function postFromCase(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const read = await readForm(c)
  const caseId = c.req.param('case') ?? ''
  if (!(await articleFromCase(tools, officer, caseId)).ok) return c.notFound()
  const said = words(page.reader.locale)
  if (!read.ok)
    return showFromCase(c, { step: 'article', typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const made = await writeArticle(tools, officer, undefined, articleIn(read.value), caseId)
  if (!made.ok) return showFromCase(c, attemptOf('article', read.value.fields, made))
  if (read.value.text('do') !== 'publish') return to(c, made.value.id, 'kept')
  await publishArticle(tools, officer, made.value.id)
  return to(c, made.value.id, 'done')
}

const typedOf = ({ language, writing, category, entity }: ArticleBeginning): Attempt['typed'] => [
  [`${language}.title`, writing.title],
  [`${language}.answer`, writing.answer],
  [`${language}.body`, writing.body],
  ['category', category ?? ''],
  ['entity', entity ?? ''],
]
