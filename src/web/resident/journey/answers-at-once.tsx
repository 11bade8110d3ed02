import { findArticles, fitting, writingFor } from '#knowledge'
import { Notice } from '#ui'
import type { Asking } from './ask.ts'

/** More than two are a list to work through, no answer. */
const MOST = 2
/** As much of their text as a question ever is. */
const ASKED = 600

/**
 * For an inquiry: what is published about it already, above the question that comes next. Nobody is held up by it;
 * whoever reads on and goes on is answered as always.
 */
export async function answersAtOnce({ c, answers, locale, t }: Asking) {
  if (answers.type !== 'inquiry' || !answers.text) return null
  const { tools } = c.var
  const asked = answers.text.slice(0, ASKED)
  const [near, subjects] = await Promise.all([findArticles(tools.db, asked, MOST), tools.suggest(asked)])
  const found = fitting(near, subjects).filter(({ sure }) => sure)
  if (found.length === 0) return null
  const { already } = t.journey
  return (
    <Notice title={already.title}>
      {found.map((article) => {
        const { title, answer, in: language } = writingFor(article, locale)
        return (
          <p key={article.slug} lang={language}>
            <a href={`/${locale}/articles/${article.slug}`}>{title}</a>
            <br />
            <span dir="auto">{answer}</span>
          </p>
        )
      })}
      <p class="hint">{already.goOn}</p>
    </Notice>
  )
}
