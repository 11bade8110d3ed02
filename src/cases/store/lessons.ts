import { type Db, sql } from '#platform'

/** What a case said when it was submitted, for whoever proposes or learns. */
export interface Submission {
  text: string
  /** The entity and the category that its resident chose. */
  wished: string | null
  category: string | null
}

/** Nothing when its words were erased, or moved into the sealed room. */
export const submissionOf = (db: Db, caseId: string) =>
  db.row<Submission>(sql`
    select concat_ws(chr(10), w.words ->> 'subject', w.words ->> 'text') as text,
           e.facts ->> 'entity' as wished, e.facts ->> 'category' as category
      from case_events e join case_words w using (case_id, seq)
     where e.case_id = ${caseId} and e.seq = 1`)

export interface Lesson {
  caseId: string
  proposed: string | null
  confidence: number
  place: number | null
  confirmed: string
  entity: string | null
  by: 'person' | 'answer' | 'nobody'
  sampled: boolean
  model: number
  at: Temporal.Instant
}

/** Keeps what was confirmed. What was proposed before anybody chose stays as it was, whoever chooses again. */
export const putLesson = (tx: Db, lesson: Lesson) =>
  tx.run(sql`
    insert into suggestion_lessons as l
      (case_id, proposed, confidence, place, confirmed, entity_id, confirmed_by, sampled, model, at, changed_at)
    values (${lesson.caseId}, ${lesson.proposed}, ${lesson.confidence}, ${lesson.place}, ${lesson.confirmed},
            ${lesson.entity}, ${lesson.by}, ${lesson.sampled}, ${lesson.model}, ${lesson.at}, ${lesson.at})
    on conflict (case_id) do update
       set confirmed = excluded.confirmed, entity_id = excluded.entity_id, confirmed_by = excluded.confirmed_by,
           place = case when l.proposed = excluded.confirmed then 1
                        when l.confirmed = excluded.confirmed then l.place end,
           changed_at = excluded.changed_at`)

/** An entity sent it back, or the resident objected: it teaches nothing until somebody chooses again. */
export const doubtLesson = (tx: Db, caseId: string, at: Temporal.Instant) =>
  tx.run(sql`
    update suggestion_lessons set confirmed_by = 'nobody', changed_at = ${at} where case_id = ${caseId}`)

/** The entity answered what came to it without a person: it was the right one. */
export const confirmLesson = (tx: Db, caseId: string, at: Temporal.Instant) =>
  tx.run(sql`
    update suggestion_lessons set confirmed_by = 'answer', changed_at = ${at}
     where case_id = ${caseId} and confirmed_by = 'nobody'`)

export interface Taught {
  text: string
  label: string
  changedAt: Temporal.Instant
}

/**
 * Confirmed cases to learn from, in the order in which they were confirmed: those changed after `since`, at most
 * `most` of the latest.
 */
export const lessonsSince = (db: Db, since: Temporal.Instant, most: number) =>
  db.rows<Taught>(sql`
    select concat_ws(chr(10), w.words ->> 'subject', left(w.words ->> 'text', 4000)) as text,
           l.confirmed as label, l.changed_at as "changedAt"
      from (select case_id, confirmed, changed_at from suggestion_lessons
             where changed_at > ${since} and confirmed_by <> 'nobody'
             order by changed_at desc, case_id desc limit ${most}) l
      join case_words w on w.case_id = l.case_id and w.seq = 1
     order by l.changed_at, l.case_id`)

/** The category of a case as an event left it, and who routed it. */
export const routingAt = (db: Db, caseId: string, seq: number) =>
  db.row<{ category: string | null; entity: string | null; automatic: boolean }>(sql`
    select facts ->> 'category' as category, facts ->> 'entity' as entity,
           coalesce((facts ->> 'automatic')::boolean, false) as automatic
      from case_events where case_id = ${caseId} and seq = ${seq}`)
