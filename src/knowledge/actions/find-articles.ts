import { isId, no, type Result, yes } from '#kernel'
import { normalise, queryTerms } from '#language'
import type { Officer } from '#people'
import type { Db } from '#platform'
import { type ArticleVersion, articleScope, coversArticle, mayWriteArticles } from '../model/article.ts'
import { type Rankable, type Ranked, rank } from '../model/ranking.ts'
import * as articles from '../store/articles.ts'
import type { Tools } from './tools.ts'

export type FoundArticle = Ranked<articles.WrittenArticle & Rankable>

/** So many are compared with the question; an article that shares fewer terms than sixty others is not its answer. */
const MOST_COMPARED = 60

/** Published articles for a question in any spelling, dialect or language, the best first. */
export async function findArticles(db: Db, query: string, most = 10): Promise<FoundArticle[]> {
  const asked = query.slice(0, 1_000)
  const letters = normalise(asked).replace(/\s+/gu, ' ').trim().slice(0, 80)
  if (!letters) return []
  const terms = queryTerms(asked)
  const near = await db.transaction((tx) => articles.candidates(tx, terms, letters, MOST_COMPARED))
  return rank(asked, near.map(rankable)).slice(0, most)
}

const rankable = (
  found: articles.WrittenArticle & { spelt: number },
): articles.WrittenArticle & Rankable => ({
  ...found,
  asked: [found.ar.title, found.en.title, found.asked].join('\n'),
  text: [found.ar.answer, found.en.answer, found.ar.body, found.en.body].join('\n'),
})

/** What residents may read at an address; undefined for drafts and for what was withdrawn. */
export const findPublished = (db: Db, slug: string) => articles.publishedBySlug(db, slug)

/** The newest published articles, or those about one category. */
export const publishedArticles = (
  db: Db,
  { category = null, most = 100 }: { category?: string | null; most?: number } = {},
) => articles.publishedOf(db, category, most)

/** An article on the desk with everything that was ever written of it. */
export interface OpenedArticle {
  article: NonNullable<Awaited<ReturnType<typeof articles.article>>>
  versions: ArticleVersion[]
  votes: Awaited<ReturnType<typeof articles.votesOf>>
}

/** Opens an article for an officer; another entity's is not there. */
export async function openArticle(
  { db }: Tools,
  officer: Officer,
  id: string,
): Promise<Result<OpenedArticle>> {
  const found = isId(id) ? await articles.article(db, id) : undefined
  if (!found || !coversArticle(officer, found.entity)) return no('not-found')
  const [versions, votes] = await Promise.all([articles.versionsOf(db, id), articles.votesOf(db, id)])
  return yes({ article: found, versions, votes })
}

/** Every article that an officer writes, what is to be looked at soonest first. */
export async function listArticles({ db }: Tools, officer: Officer) {
  if (!mayWriteArticles(officer)) return []
  const scope = articleScope(officer)
  return articles.articlesOf(db, scope === 'all' ? null : scope)
}

/** Keeps what a reader thought of the version they read; thinking again replaces it. @param voter hash of their secret */
export async function voteOnArticle(
  { db, clock }: Tools,
  slug: string,
  voter: Buffer,
  helpful: boolean,
): Promise<Result<undefined, 'not-found'>> {
  const found = await articles.publishedBySlug(db, slug)
  if (!found?.published) return no('not-found')
  await articles.putVote(db, { id: found.id, version: found.published, voter, helpful, now: clock.now() })
  return yes(undefined)
}
