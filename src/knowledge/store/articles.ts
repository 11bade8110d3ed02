import { type Db, sql } from '#platform'
import type { Article, ArticleState, ArticleVersion, Writing } from '../model/article.ts'

const columns = sql`
  a.id, a.slug, a.state, a.entity_id as entity, a.category_id as category, a.version, a.published,
  a.review_on as "reviewOn", a.from_case as "fromCase", a.changed_at as "changedAt",
  a.published_at as "publishedAt"`

const writings = sql`
  jsonb_build_object('title', v.title_ar, 'answer', v.answer_ar, 'body', v.body_ar) as ar,
  jsonb_build_object('title', v.title_en, 'answer', v.answer_en, 'body', v.body_en) as en, v.asked`

/** An article with one of its versions. */
export type WrittenArticle = Article & Record<'ar' | 'en', Writing> & { asked: string }

export const article = (db: Db, id: string) =>
  db.row<Article>(sql`select ${columns} from articles a where a.id = ${id}`)

export const lockArticle = (tx: Db, id: string) =>
  tx.row<Article>(sql`select ${columns} from articles a where a.id = ${id} for update`)

export const versionsOf = (db: Db, id: string) =>
  db.rows<ArticleVersion>(sql`
    select v.version, ${writings}, v.written_by as "writtenBy", v.written_at as "writtenAt"
      from article_versions v where v.article_id = ${id} order by v.version desc limit 200`)

/** What residents may read, by its address. */
export const publishedBySlug = (db: Db, slug: string) =>
  db.row<WrittenArticle>(sql`
    select ${columns}, ${writings}
      from articles a join article_versions v on v.article_id = a.id and v.version = a.published
     where a.slug = ${slug} and a.state = 'published'`)

export const publishedByIds = (db: Db, ids: readonly string[]) =>
  db.rows<WrittenArticle>(sql`
    select ${columns}, ${writings}
      from articles a join article_versions v on v.article_id = a.id and v.version = a.published
     where a.id = any(${[...ids]}::uuid[]) and a.state = 'published'`)

/** Published articles, those about one category or all, the newest first. */
export const publishedOf = (db: Db, category: string | null, limit: number) =>
  db.rows<WrittenArticle>(sql`
    select ${columns}, ${writings}
      from articles a join article_versions v on v.article_id = a.id and v.version = a.published
     where a.state = 'published' and (${category}::text is null or a.category_id = ${category})
     order by a.published_at desc, a.id desc limit ${limit}`)

/** For the desk: the last version of each, what waits for review first. @param entities null for all */
export const articlesOf = (db: Db, entities: readonly string[] | null) =>
  db.rows<WrittenArticle & { helpful: number; unhelpful: number }>(sql`
    select ${columns}, ${writings},
           (select count(*) from article_votes w where w.article_id = a.id and w.helpful)::int as helpful,
           (select count(*) from article_votes w where w.article_id = a.id and not w.helpful)::int as unhelpful
      from articles a join article_versions v on v.article_id = a.id and v.version = a.version
     where ${entities === null ? null : [...entities]}::text[] is null
        or a.entity_id = any(${entities === null ? null : [...entities]}::text[])
     order by a.state = 'withdrawn', a.review_on, a.id limit 1000`)

/** Published articles whose day to be looked at has come, by both titles of what residents see. */
export const dueForReview = (db: Db, day: Temporal.PlainDate) =>
  db.rows<Pick<Article, 'id' | 'entity' | 'reviewOn'> & Record<'ar' | 'en', string>>(sql`
    select a.id, a.entity_id as entity, a.review_on as "reviewOn", v.title_ar as ar, v.title_en as en
      from articles a join article_versions v on v.article_id = a.id and v.version = a.published
     where a.state = 'published' and a.review_on <= ${day} order by a.review_on, a.id limit 200`)

export const addArticle = (tx: Db, { id, slug, entity, category, reviewOn, fromCase, changedAt }: Article) =>
  tx.run(sql`
    insert into articles (id, slug, state, entity_id, category_id, version, review_on, from_case, created_at, changed_at)
    values (${id}, ${slug}, 'draft', ${entity}, ${category}, 1, ${reviewOn}, ${fromCase}, ${changedAt}, ${changedAt})
    on conflict (slug) do nothing`)

export const addVersion = (
  tx: Db,
  id: string,
  { version, ar, en, asked, writtenBy, writtenAt }: ArticleVersion,
) =>
  tx.run(sql`
    insert into article_versions (article_id, version, title_ar, title_en, answer_ar, answer_en, body_ar, body_en,
                                  asked, written_by, written_at)
    values (${id}, ${version}, ${ar.title}, ${en.title}, ${ar.answer}, ${en.answer}, ${ar.body}, ${en.body},
            ${asked}, ${writtenBy}, ${writtenAt})`)

export const changeArticle = (tx: Db, { id, entity, category, version, reviewOn, changedAt }: Article) =>
  tx.run(sql`
    update articles set entity_id = ${entity}, category_id = ${category}, version = ${version},
           review_on = ${reviewOn}, changed_at = ${changedAt}
     where id = ${id}`)

export const putState = (
  tx: Db,
  id: string,
  given: {
    state: ArticleState
    published: number | null
    reviewOn: Temporal.PlainDate
    now: Temporal.Instant
  },
) =>
  tx.run(sql`
    update articles set state = ${given.state}, published = ${given.published}, review_on = ${given.reviewOn},
           changed_at = ${given.now},
           published_at = case when ${given.state} = 'published' then ${given.now}::timestamptz else published_at end
     where id = ${id}`)

/** Puts an article where residents find it. @param letters normalised titles and questions */
export const putFound = (tx: Db, id: string, terms: readonly string[], letters: string) =>
  tx.run(sql`
    insert into article_search (article_id, terms, letters)
    values (${id}, array_to_tsvector(${[...terms]}::text[]), ${letters})
    on conflict (article_id) do update set terms = excluded.terms, letters = excluded.letters`)

export const takeFound = (tx: Db, id: string) =>
  tx.run(sql`delete from article_search where article_id = ${id}`)

/**
 * Published articles that share terms with a question, those that share most first; and those whose titles and
 * questions are spelt alike. Needs a transaction, in which it lowers what counts as alike.
 */
export async function candidates(tx: Db, terms: readonly string[], letters: string, limit: number) {
  await tx.run(sql`select set_config('pg_trgm.word_similarity_threshold', '0.45', true)`)
  return tx.rows<WrittenArticle & { spelt: number }>(sql`
    with found as (
      (select s.article_id,
              (select count(*) from unnest(${[...terms]}::text[]) t where s.terms @@ quote_literal(t)::tsquery) as shared
         from article_search s
        where s.terms @@ ${anyOf(terms)}::tsquery
        order by shared desc, s.article_id limit ${limit})
      union all
      (select s.article_id, 0 from article_search s where ${letters} <% s.letters limit ${limit}))
    select ${columns}, ${writings}, word_similarity(${letters}, s.letters)::float8 as spelt
      from articles a join article_versions v on v.article_id = a.id and v.version = a.published
      join article_search s on s.article_id = a.id
     where a.state = 'published' and a.id in (select article_id from found)`)
}

/** Terms hold letters and digits only, so they can be quoted as they are. */
const anyOf = (terms: readonly string[]): string => terms.map((term) => `'${term}'`).join(' | ')

export const putVote = (
  db: Db,
  given: { id: string; version: number; voter: Buffer; helpful: boolean; now: Temporal.Instant },
) =>
  db.run(sql`
    insert into article_votes (article_id, version, voter, helpful, at)
    values (${given.id}, ${given.version}, ${given.voter}, ${given.helpful}, ${given.now})
    on conflict (article_id, version, voter) do update set helpful = excluded.helpful, at = excluded.at`)

export const votesOf = (db: Db, id: string) =>
  db.rows<{ version: number; helpful: number; unhelpful: number }>(sql`
    select version, count(*) filter (where helpful)::int as helpful,
           count(*) filter (where not helpful)::int as unhelpful
      from article_votes where article_id = ${id} group by version order by version desc`)

/** How many articles there are; a country's first ones are planted only where there are none. */
export const countArticles = async (db: Db): Promise<number> =>
  (await db.row<{ count: number }>(sql`select count(*)::int as count from articles`))?.count ?? 0
