import { type Db, sql } from '#platform'
import type { Stage } from '../model/stages.ts'
import type { Happened } from './events.ts'

/** A case that came in by Open311, with its resident's own words. */
export interface Open311Case {
  reference: string
  stage: Stage
  category: string | null
  entity: string | null
  language: 'ar' | 'en'
  receivedAt: Temporal.Instant
  updatedAt: Temporal.Instant
  answerBy: Temporal.Instant
  text: string | null
  place: { text?: string; lat?: number; lon?: number } | null
}

/** Which cases are asked for; numbers, when named, stand for themselves, whatever their date. */
export interface Open311Query {
  /** The outside program that sent them; null for those of everybody. */
  sentBy: string | null
  references: readonly string[] | null
  from: Temporal.Instant
  to: Temporal.Instant
  categories: readonly string[] | null
  closed: boolean | null
}

/** GeoReport v2 gives at most a thousand at a time, the newest first. */
export const listOpen311 = (db: Db, asked: Open311Query) =>
  db.rows<Open311Case>(sql`
    select c.reference, c.stage, c.category_id as category, c.entity_id as entity, c.language,
           c.received_at as "receivedAt", e.at as "updatedAt", c.answer_by as "answerBy",
           w.words->>'text' as text, w.words->'place' as place
      from cases c
      join case_events e on e.case_id = c.id and e.seq = c.seq
      left join case_words w on w.case_id = c.id and w.seq = 1
     where c.channel = 'open311' and c.parent_id is null
       and (${asked.sentBy}::uuid is null or c.entered_by = ${asked.sentBy}::uuid)
       and case when ${asked.references}::text[] is not null then c.reference = any(${asked.references}::text[])
                else c.received_at >= ${asked.from} and c.received_at < ${asked.to} end
       and (${asked.categories}::text[] is null or c.category_id = any(${asked.categories}::text[]))
       and (${asked.closed}::boolean is null or (c.stage in ('answered', 'closed')) = ${asked.closed}::boolean)
     order by c.received_at desc limit 1000`)

/** Whole histories of a program's cases in which something happened between two moments, case by case. */
export const historiesOpen311 = (db: Db, sentBy: string, from: Temporal.Instant, to: Temporal.Instant) =>
  db.rows<Happened & { reference: string; language: 'ar' | 'en' }>(sql`
    select c.reference, c.language, e.case_id as "caseId", e.seq, e.step, e.at, e.role, e.actor_id as "actorId",
           e.facts, w.words, null::text as by
      from (select distinct c.id
              from cases c join case_events e on e.case_id = c.id
             where c.channel = 'open311' and c.entered_by = ${sentBy} and e.at >= ${from} and e.at < ${to}
             order by c.id desc limit 1000) lately
      join cases c on c.id = lately.id
      join case_events e on e.case_id = c.id
      left join case_words w on w.case_id = e.case_id and w.seq = e.seq
     order by c.id, e.seq`)

/** The case of a number, if this program sent it. */
export const findOpen311 = async (db: Db, sentBy: string, reference: string): Promise<string | undefined> =>
  (
    await db.row<{ id: string }>(sql`
      select id from cases
       where reference = ${reference} and channel = 'open311' and entered_by = ${sentBy}`)
  )?.id
