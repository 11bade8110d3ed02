import { isId, newId, no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import {
  type Article,
  type ArticleInput,
  articleInput,
  coversArticle,
  mayWriteArticles,
  REVIEW_AFTER,
} from '../model/article.ts'
import { slugOf } from '../model/slug.ts'
import * as articles from '../store/articles.ts'
import type { Tools } from './tools.ts'

/**
 * Writes an article, or its next version. What residents see stays as it was until that version is published.
 *
 * @param id of the one to change; undefined for a new one
 * @param fromCase the case whose answer a new one begins with
 */
export async function writeArticle(
  tools: Tools,
  officer: Officer,
  id: string | undefined,
  given: unknown,
  fromCase: string | null = null,
): Promise<Result<Article>> {
  if (!mayWriteArticles(officer)) return no('not-found')
  const parsed = articleInput.safeParse(given)
  if (!parsed.success) return no('invalid', complaintsOf(parsed.error))
  const refused = await misplaced(tools, officer, parsed.data)
  if (refused) return refused
  return tools.db.transaction((tx) =>
    id === undefined
      ? begin({ ...tools, db: tx }, officer, parsed.data, fromCase)
      : continueWith({ ...tools, db: tx }, officer, id, parsed.data),
  )
}

async function misplaced(tools: Tools, officer: Officer, { entity, category }: ArticleInput) {
  const directory = await tools.directory()
  if (entity !== null && !directory.entity(entity)) return no('invalid', { entity: 'no-such-entity' })
  if (category !== null && !directory.category(category))
    return no('invalid', { category: 'no-such-category' })
  if (!coversArticle(officer, entity)) return no('invalid', { entity: 'choose-one' })
  return undefined
}

async function begin(
  tools: Tools,
  officer: Officer,
  input: ArticleInput,
  fromCase: string | null,
): Promise<Result<Article>> {
  const now = tools.clock.now()
  const id = newId()
  const made: Article = {
    id,
    slug: slugOf(input.en.title, id),
    state: 'draft',
    entity: input.entity,
    category: input.category,
    version: 1,
    published: null,
    reviewOn: input.reviewOn ?? (await today(tools)).add(REVIEW_AFTER),
    fromCase,
    changedAt: now,
    publishedAt: null,
  }
  // Two titles of one day may come to one address: the id makes them differ.
  if ((await articles.addArticle(tools.db, made)) === 0) {
    made.slug = slugOf('', id)
    await articles.addArticle(tools.db, made)
  }
  await articles.addVersion(tools.db, id, versionOf(input, 1, officer, now))
  return yes(made)
}

async function continueWith(
  tools: Tools,
  officer: Officer,
  id: string,
  input: ArticleInput,
): Promise<Result<Article>> {
  const found = isId(id) ? await articles.lockArticle(tools.db, id) : undefined
  if (!found || !coversArticle(officer, found.entity)) return no('not-found')
  const now = tools.clock.now()
  const changed: Article = {
    ...found,
    entity: input.entity,
    category: input.category,
    version: found.version + 1,
    reviewOn: input.reviewOn ?? found.reviewOn,
    changedAt: now,
  }
  await articles.changeArticle(tools.db, changed)
  await articles.addVersion(tools.db, id, versionOf(input, changed.version, officer, now))
  return yes(changed)
}

const versionOf = (
  { ar, en, asked }: ArticleInput,
  version: number,
  officer: Officer,
  writtenAt: Temporal.Instant,
) => ({ ar, en, asked, version, writtenBy: officer.id, writtenAt })

export const today = async ({
  clock,
  directory,
}: Pick<Tools, 'clock' | 'directory'>): Promise<Temporal.PlainDate> =>
  clock
    .now()
    .toZonedDateTimeISO((await directory()).timeZone)
    .toPlainDate()

const complaintsOf = (error: { issues: readonly { path: PropertyKey[]; message: string }[] }) =>
  Object.fromEntries(error.issues.map(({ path, message }) => [path.join('.') || 'form', message]))
