import { type Db, join, sql } from '#platform'
import type { Reacher } from '../model/reach.ts'
import type { SimilarQuery } from '../model/similar-query.ts'
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

/** So many are taken from the index at most, and so many of the newest cases looked through. */
const TAKEN = 800
const NEWEST = 2_000

/**
 * Cases within reach that hold some of the words, the most telling first; of equals the newest. Reads
 * a bounded number of rows however many match: an outage of a day may be in tens of thousands.
 */
export const candidates = (
  db: Db,
  officer: Reacher,
  caseId: string,
  { led, pairs, telling }: SimilarQuery,
  limit: number,
) =>
  db.rows<Candidate>(sql`
    with led as materialized (select case_id, terms from case_search where terms @@ ${led}::tsquery limit ${TAKEN}),
         latest as materialized (
           select n.case_id, n.terms
             from (select case_id, terms from case_search order by case_id desc limit ${NEWEST}) n
            where n.terms @@ ${pairs}::tsquery limit ${TAKEN}),
         ranked as materialized (
           select distinct on (case_id) case_id, ${rank(telling)} as rank
             from (select * from led union all select * from latest) f),
         near as (
           select c.id, c.reference, c.subject, c.type, c.stage, c.entity_id, c.category_id, c.outcome, c.received_at
             from (select case_id from ranked where case_id <> ${caseId} order by rank desc, case_id desc) r
             cross join lateral (select * from cases c where c.id = r.case_id and ${reach(officer)} offset 0) c
            limit ${limit})
    select n.id, n.reference, n.subject,
           left(concat_ws(' ', w.words ->> 'subject', w.words ->> 'text'), 400) as text,
           n.type, n.stage, n.entity_id as entity, n.category_id as category, n.outcome,
           n.received_at as "receivedAt"
      from near n left join case_words w on w.case_id = n.id and w.seq = 1`)

/** The sum of how telling are the words which a case shows. */
const rank = (telling: SimilarQuery['telling']) =>
  join(
    telling.map(
      ({ query, rarity }) => sql`case when terms @@ ${query}::tsquery then ${rarity}::float4 else 0 end`,
    ),
    ' + ',
  )

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
