import { type Db, sql } from '#platform'
import type { Reacher } from '../model/reach.ts'
import type { Commonness, SimilarQuery } from '../model/similar-query.ts'
import type { CaseType, Outcome, Stage } from '../model/stages.ts'
import { reach } from './reach.ts'

export interface Candidate {
  id: string
  reference: string
  subject: string
  /** The beginning of what was submitted. */
  text: string
  type: CaseType
  stage: Stage
  entity: string | null
  category: string | null
  outcome: Outcome | null
  receivedAt: Temporal.Instant
}

/** What was written at its submission. */
export const textOf = async (db: Db, caseId: string): Promise<string> =>
  (
    await db.row<{ text: string }>(sql`
      select concat_ws(' ', words ->> 'subject', words ->> 'text') as text
        from case_words where case_id = ${caseId} and seq = 1`)
  )?.text ?? ''

/**
 * How common the commonest terms are, as PostgreSQL's own statistics know it since it last analysed the table; nothing
 * is known of a young one, and then every term is rare.
 */
export async function commonness(db: Db): Promise<Commonness> {
  const row = await db.row<{ cases: number; terms: string[] | null; shares: number[] | null }>(sql`
    select (select greatest(reltuples, 0) from pg_class where oid = 'case_search'::regclass)::float8 as cases,
           most_common_elems::text::text[] as terms, to_jsonb(most_common_elem_freqs) as shares
      from (values (1)) as one
      left join pg_stats s on s.schemaname = 'public' and s.tablename = 'case_search' and s.attname = 'terms'`)
  const shares = row?.shares ?? []
  return {
    cases: row?.cases ?? 0,
    shares: new Map((row?.terms ?? []).map((term, at) => [term, shares[at] ?? 0])),
  }
}

/** So many are taken from the index at most, and so many of the newest cases looked through. */
const TAKEN = 600
const NEWEST = 3000

/**
 * The newest cases within reach that hold some of the words. Reads a bounded number of rows however many match: an
 * outage of a day may be in tens of thousands.
 */
export const candidates = (
  db: Db,
  officer: Reacher,
  caseId: string,
  { rare, pairs }: SimilarQuery,
  limit: number,
) =>
  db.rows<Candidate>(sql`
    with taken as materialized (
           -- The index is asked for rare words alone: for pairs it would read the lists of the common ones, too.
           select case_id from case_search
            where terms @@ ${rare}::tsquery and case when terms @@ ${pairs}::tsquery then true end
            limit ${TAKEN}),
         latest as materialized (
           select n.case_id from (select case_id, terms from case_search order by case_id desc limit ${NEWEST}) n
            where n.terms @@ ${pairs}::tsquery),
         near as (
           select c.id, c.reference, c.subject, c.type, c.stage, c.entity_id, c.category_id, c.outcome, c.received_at
             from (select case_id from taken union select case_id from latest) t
             join cases c on c.id = t.case_id
            where c.id <> ${caseId} and ${reach(officer)}
            order by c.id desc limit ${limit})
    select n.id, n.reference, n.subject,
           left(concat_ws(' ', w.words ->> 'subject', w.words ->> 'text'), 400) as text,
           n.type, n.stage, n.entity_id as entity, n.category_id as category, n.outcome,
           n.received_at as "receivedAt"
      from near n left join case_words w on w.case_id = n.id and w.seq = 1
     order by n.id desc`)

/** The reply that reached the resident of a case. */
export interface EarlierAnswer {
  id: string
  reference: string
  subject: string
  outcome: Outcome | null
  text: string
}

/** What residents of some cases within reach were answered; cases without an answer are not among them. */
export const answersOf = (db: Db, officer: Reacher, ids: string[]) =>
  db.rows<EarlierAnswer>(sql`
    select c.id, c.reference, c.subject, c.outcome, left(w.words ->> 'text', 4000) as text
      from cases c
      join lateral (select seq from case_events e
                     where e.case_id = c.id and e.step = 'reply' order by seq desc limit 1) e on true
      join case_words w on w.case_id = c.id and w.seq = e.seq
     where c.id = any(${ids}) and c.answered_at is not null and w.words ->> 'text' is not null
       and ${reach(officer)}`)
