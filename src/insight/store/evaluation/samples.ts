import { type Db, type Sql, sql } from '#platform'
import type { Released } from '../../model/evaluation/credit.ts'
import type { Marks } from '../../model/evaluation/rubric.ts'

export const seedOf = async (db: Db, month: Temporal.PlainDate): Promise<string | undefined> =>
  (await db.row<{ seed: string }>(sql`select seed from evaluation_samples where month = ${month}`))?.seed

/** A reply that is drawn, for the entity or for the person alone. */
export interface Drawn extends Released {
  personOnly: boolean
}

export const addSample = async (
  tx: Db,
  {
    month,
    seed,
    at,
    replies,
  }: { month: Temporal.PlainDate; seed: string; at: Temporal.Instant; replies: Drawn[] },
): Promise<void> => {
  await tx.run(sql`insert into evaluation_samples (month, seed, drawn_at) values (${month}, ${seed}, ${at})`)
  await tx.copy({
    table: 'evaluation_sampled',
    columns: ['case_id', 'seq', 'month', 'entity_id', 'staff_id', 'staff_at', 'person_only'],
    values: replies.map(({ caseId, seq, entity, person, personAt, personOnly }) => [
      caseId,
      seq,
      month.toString(),
      entity,
      person,
      personAt,
      personOnly,
    ]),
  })
}

/** A review with whom it is credited to. */
export interface Reviewed extends Marks {
  entity: string
  person: string | null
  personAt: string | null
  personOnly: boolean
}

export const reviewsOf = (db: Db, month: Temporal.PlainDate) =>
  db.rows<Reviewed>(sql`
    select d.entity_id as entity, d.staff_id as person, d.staff_at as "personAt",
           d.person_only as "personOnly", r.points, r.outcome,
           r.next_step as "nextStep", r.tone, r.language
      from evaluation_sampled d join evaluation_reviews r using (case_id, seq) where d.month = ${month}`)

/** Replies that count for the quality on a card, with when each was reviewed; of an entity, or of a person there. */
export const reviewedFor = (
  db: Db,
  month: Temporal.PlainDate,
  { entity, person }: { entity: string; person: string | null },
  until: Temporal.Instant,
) =>
  db.rows<{ caseId: string; seq: number; at: Temporal.Instant }>(sql`
    select d.case_id as "caseId", d.seq, r.reviewed_at as at
      from evaluation_sampled d join evaluation_reviews r using (case_id, seq)
     where d.month = ${month} and r.reviewed_at <= ${until}
       and ${person ? sql`d.staff_id = ${person} and d.staff_at = ${entity}` : sql`d.entity_id = ${entity} and not d.person_only`}`)

/** A sampled reply that waits for somebody to review it. */
export interface Waiting {
  caseId: string
  seq: number
  month: Temporal.PlainDate
  type: string
  entity: string
  repliedAt: Temporal.Instant
}

/** What an officer may review: not what they wrote, verified, returned or released themselves. The oldest first. */
export const waitingFor = (db: Db, officer: string, limit: number) =>
  db.rows<Waiting>(sql`
    ${WAITING} ${reviewableBy(officer)} order by d.month, d.entity_id, d.case_id, d.seq limit ${limit}`)

export const oneWaiting = (db: Db, officer: string, caseId: string, seq: number) =>
  db.row<Waiting>(sql`${WAITING} ${reviewableBy(officer)} and d.case_id = ${caseId} and d.seq = ${seq}`)

const WAITING: Sql = sql`
  select d.case_id as "caseId", d.seq, d.month, c.type, d.entity_id as entity, e.at as "repliedAt"
    from evaluation_sampled d
    join cases c on c.id = d.case_id
    join case_events e on e.case_id = d.case_id and e.seq = d.seq`

const reviewableBy = (officer: string): Sql => sql`
  where not exists (select from evaluation_reviews r where r.case_id = d.case_id and r.seq = d.seq)
    and d.staff_id is distinct from ${officer}::uuid
    and not exists (select from case_events h where h.case_id = d.case_id and h.actor_id = ${officer}
                       and h.step in ('reply', 'verify', 'return', 'release', 'reopen', 'uphold'))`

/** A reply with what it answers, as people wrote it; words may have been erased since. */
export interface Written {
  question: string | null
  text: string | null
  points: { point: string; answer: string }[] | null
  actions: { text: string; dueOn: string }[] | null
  outcome: string | null
  language: string
  /** Of whoever asked. */
  name: string | null
}

export const written = (db: Db, caseId: string, seq: number) =>
  db.row<Written>(sql`
    select q.words->>'text' as question, w.words->>'text' as text, w.words->'points' as points,
           w.words->'actions' as actions, e.facts->>'outcome' as outcome, c.language, r.name
      from case_events e
      join cases c on c.id = e.case_id
      left join case_words w on w.case_id = e.case_id and w.seq = e.seq
      left join case_words q on q.case_id = e.case_id and q.seq = 1
      left join requesters r on r.case_id = e.case_id
     where e.case_id = ${caseId} and e.seq = ${seq}`)

/** @returns false when somebody else was first */
export const addReview = async (
  db: Db,
  {
    caseId,
    seq,
    by,
    at,
    marks,
  }: { caseId: string; seq: number; by: string; at: Temporal.Instant; marks: Marks },
): Promise<boolean> =>
  (await db.run(sql`
    insert into evaluation_reviews (case_id, seq, reviewed_by, reviewed_at, points, outcome, next_step, tone, language)
    values (${caseId}, ${seq}, ${by}, ${at}, ${marks.points}, ${marks.outcome}, ${marks.nextStep}, ${marks.tone},
            ${marks.language})
    on conflict do nothing`)) > 0

/** That a case was read, as every reading by staff is noted. */
export const noteReading = (db: Db, caseId: string, by: string, role: string, at: Temporal.Instant) =>
  db.run(sql`
    insert into case_reads (case_id, staff_id, role, at) values (${caseId}, ${by}, ${role}, ${at})
    on conflict do nothing`)
