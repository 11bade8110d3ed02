import { isId, no, type Result, yes } from '#kernel'
import { normalise, searchTerms } from '#language'
import type { Officer } from '#people'
import type { Db } from '#platform'
import {
  type Article,
  type ArticleVersion,
  coversArticle,
  mayPublish,
  REVIEW_AFTER,
} from '../model/article.ts'
import * as articles from '../store/articles.ts'
import type { Tools } from './tools.ts'
import { today } from './write-article.ts'

/** Shows the last version of an article to everybody, and sets the day it is looked at again when that has come. */
export function publishArticle(tools: Tools, officer: Officer, id: string): Promise<Result<Article>> {
  return inState(tools, officer, id, async (tx, found) => {
    const [last] = await articles.versionsOf(tx, id)
    if (!last) return no('not-found')
    const day = await today(tools)
    const overdue = Temporal.PlainDate.compare(found.reviewOn, day) <= 0
    const reviewOn = overdue ? day.add(REVIEW_AFTER) : found.reviewOn
    const now = tools.clock.now()
    await articles.putState(tx, id, { state: 'published', published: last.version, reviewOn, now })
    await makeFound(tx, id, last)
    return yes({ ...found, state: 'published', published: last.version, reviewOn })
  })
}

/** Takes an article from residents' pages; its address says so, and its versions stay. */
export function withdrawArticle(tools: Tools, officer: Officer, id: string): Promise<Result<Article>> {
  return inState(tools, officer, id, async (tx, found) => {
    const { published, reviewOn } = found
    await articles.putState(tx, id, { state: 'withdrawn', published, reviewOn, now: tools.clock.now() })
    await articles.takeFound(tx, id)
    return yes({ ...found, state: 'withdrawn' })
  })
}

/** Its owner or the central office looked, and it still holds: asked again after the usual time. */
export function confirmArticle(tools: Tools, officer: Officer, id: string): Promise<Result<Article>> {
  return held(tools, id, async (tx, found) => {
    if (!coversArticle(officer, found.entity)) return no('not-found')
    const reviewOn = (await today(tools)).add(REVIEW_AFTER)
    const { state, published } = found
    await articles.changeArticle(tx, { ...found, reviewOn, changedAt: tools.clock.now() })
    return yes({ ...found, state, published, reviewOn })
  })
}

type Act = (tx: Db, found: Article) => Promise<Result<Article>>

/** Only the central office shows an article to everybody, and takes it back. */
const inState = (tools: Tools, officer: Officer, id: string, act: Act): Promise<Result<Article>> =>
  mayPublish(officer) ? held(tools, id, act) : Promise.resolve(no('not-found'))

function held({ db }: Tools, id: string, act: Act): Promise<Result<Article>> {
  if (!isId(id)) return Promise.resolve(no('not-found'))
  return db.transaction(async (tx) => {
    const found = await articles.lockArticle(tx, id)
    return found ? act(tx, found) : no('not-found')
  })
}

/** Both languages are found by both: people mix them, and names of things are often English. */
export async function makeFound(tx: Db, id: string, { ar, en, asked }: ArticleVersion): Promise<void> {
  const heads = [ar.title, en.title, asked].join('\n')
  const all = [heads, ar.answer, en.answer, ar.body, en.body].join('\n')
  await articles.putFound(tx, id, searchTerms(all), normalise(heads).replace(/\s+/gu, ' ').trim())
}
