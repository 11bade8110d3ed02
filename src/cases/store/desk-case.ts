import { type Db, sql } from '#platform'
import type { Reacher } from '../model/reach.ts'
import type { CaseType, Outcome, Stage } from '../model/stages.ts'
import { reach } from './reach.ts'

export interface Requester {
  name: string | null
  phone: string | null
  email: string | null
  language: 'ar' | 'en'
}

/** Who asked; a part of a split case was asked by whoever asked the whole. */
export const requesterOf = (db: Db, caseId: string) =>
  db.row<Requester>(sql`
    select coalesce(r.name, p.name) as name, coalesce(r.phone, p.phone) as phone,
           coalesce(r.email, p.email) as email, r.language
      from requesters r
      join cases c on c.id = r.case_id
      left join residents p on p.id = c.resident_id
     where r.case_id = coalesce((select parent_id from cases where id = ${caseId}), ${caseId})`)

/** Another case that this one has to do with. */
export interface RelatedCase {
  id: string
  reference: string
  subject: string
  type: CaseType
  stage: Stage
  entity: string | null
  outcome: Outcome | null
  relation: 'parent' | 'part' | 'follows' | 'follower' | 'linked'
  receivedAt: Temporal.Instant
  routedAt: Temporal.Instant | null
  answerBy: Temporal.Instant
  entityDue: Temporal.Instant | null
  repliedAt: Temporal.Instant | null
  answeredAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
}

/** Related cases within the officer's reach; at most a hundred of each kind. */
export const relatedTo = (db: Db, officer: Reacher, caseId: string) =>
  db.rows<RelatedCase>(sql`
    with near (id, relation) as (
      select parent_id, 'parent' from cases where id = ${caseId} and parent_id is not null
      union all select merged_into, 'follows' from cases where id = ${caseId} and merged_into is not null
      union all (select id, 'part' from cases where parent_id = ${caseId} order by id limit 100)
      union all (select id, 'follower' from cases where merged_into = ${caseId} order by id limit 100)
      union all (select other_id, 'linked' from case_links where case_id = ${caseId} order by at limit 100)
    )
    select c.id, c.reference, c.subject, c.type, c.stage, c.entity_id as entity, c.outcome, near.relation,
           c.received_at as "receivedAt", c.routed_at as "routedAt", c.answer_by as "answerBy",
           c.entity_due as "entityDue", c.replied_at as "repliedAt", c.answered_at as "answeredAt",
           c.closed_at as "closedAt"
      from near join cases c on c.id = near.id
     where ${reach(officer)}
     order by near.relation, c.id`)

/** The last answer to each part, for the whole's one voice. */
export const repliesOfParts = (db: Db, caseId: string) =>
  db.rows<{ id: string; entity: string | null; words: PartReply }>(sql`
    select distinct on (c.id) c.id, c.entity_id as entity, w.words
      from cases c
      join case_events e on e.case_id = c.id and e.step = 'reply'
      join case_words w on w.case_id = e.case_id and w.seq = e.seq
     where c.parent_id = ${caseId} and c.answered_at is not null
     order by c.id, e.seq desc`)

export interface PartReply {
  text?: string
  points?: { point: string; answer: string }[]
  actions?: { text: string; dueOn: string }[]
}

export interface CaseRead {
  by: string | null
  role: string
  at: Temporal.Instant
}

/** Who opened the case, each person once, the latest first. */
export const readsOf = (db: Db, caseId: string, limit: number) =>
  db.rows<CaseRead>(sql`
    select s.name as by, r.role, max(r.at) as at
      from case_reads r left join staff s on s.id = r.staff_id
     where r.case_id = ${caseId}
     group by r.staff_id, s.name, r.role order by at desc limit ${limit}`)
