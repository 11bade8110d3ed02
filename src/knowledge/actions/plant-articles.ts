import { newId } from '#kernel'
import { REVIEW_AFTER, type Writing } from '../model/article.ts'
import * as articles from '../store/articles.ts'
import { makeFound } from './publish-article.ts'
import type { Tools } from './tools.ts'
import { today } from './write-article.ts'

/** An article as the seeds hold it. */
export interface ArticleSeed {
  slug: string
  category: string | null
  ar: Writing
  en: Writing
  asked: string
}

/**
 * Publishes a country's first articles, where there are none yet; for demonstrations. A category that this country
 * does not have is left out.
 *
 * @returns how many there are now
 */
export async function plantArticles(tools: Tools, seeds: readonly ArticleSeed[]): Promise<number> {
  const directory = await tools.directory()
  const reviewOn = (await today(tools)).add(REVIEW_AFTER)
  const now = tools.clock.now()
  return tools.db.transaction(async (tx) => {
    const there = await articles.countArticles(tx)
    if (there > 0) return there
    for (const { slug, category, ar, en, asked } of seeds) {
      const id = newId()
      const version = { version: 1, ar, en, asked, writtenBy: null, writtenAt: now }
      const known = directory.category(category)?.id ?? null
      await articles.addArticle(tx, {
        ...{ id, slug, entity: null, category: known, reviewOn, fromCase: null, changedAt: now },
        ...{ state: 'draft', version: 1, published: null, publishedAt: null },
      })
      await articles.addVersion(tx, id, version)
      await articles.putState(tx, id, { state: 'published', published: 1, reviewOn, now })
      await makeFound(tx, id, version)
    }
    return seeds.length
  })
}
