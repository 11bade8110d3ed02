import { type Tools as CaseTools, openCase, residentView } from '#cases'
import { no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import { ARTICLE_LIMITS, mayPublish, type Writing } from '../model/article.ts'
import { redact } from '../model/redact.ts'

/** What a good answer comes to as an article: redacted, in the language it was given in. */
export interface ArticleBeginning {
  language: 'ar' | 'en'
  writing: Writing
  category: string | null
  entity: string | null
}

/**
 * The beginning of an article from the answer to a case, without what leads to its people. Only an answer that the
 * resident has got: it has passed both reviews.
 */
export async function articleFromCase(
  tools: CaseTools,
  officer: Officer,
  caseId: string,
): Promise<Result<ArticleBeginning>> {
  if (!mayPublish(officer)) return no('not-found')
  const opened = await openCase(tools, officer, caseId)
  if (!opened.ok) return opened
  const { state, requester } = opened.value
  const answer = (await residentView(tools, state.id))?.answer
  if (!answer || !state.answeredAt) return no('not-found')
  const clean = (text: string) => redact(text, [requester?.name])
  const points = answer.points.map((each) => `## ${clean(each.point)}\n${clean(each.answer)}`)
  const text = clean(answer.text ?? '')
  return yes({
    language: state.language,
    writing: {
      title: clean(state.subject).slice(0, ARTICLE_LIMITS.title),
      answer: shortened(text),
      body: [...(text.length > ARTICLE_LIMITS.answer ? [text] : []), ...points]
        .join('\n\n')
        .slice(0, ARTICLE_LIMITS.body),
    },
    category: state.category,
    entity: state.entity,
  })
}

/** The first sentences that fit. */
function shortened(text: string): string {
  if (text.length <= ARTICLE_LIMITS.answer) return text
  const cut = text.slice(0, ARTICLE_LIMITS.answer)
  const end = Math.max(...['. ', '؟ ', '! ', '\n'].map((stop) => cut.lastIndexOf(stop)))
  return cut.slice(0, end > 200 ? end + 1 : ARTICLE_LIMITS.answer).trim()
}
