import { type Db, type Position, sql } from '#platform'
import type { CaseEvent, Words } from '../model/event.ts'

/** An event as far as it takes to know whether anybody hears of it. */
export interface HeardEvent extends Position {
  /** Another system's record, which nobody is told of. */
  imported: boolean
}

/** As `eventsAfter`; see there for why those of running transactions wait. */
export const heardAfter = (tx: Db, after: Position, limit: number) =>
  tx.rows<HeardEvent>(sql`
    select tx::text as tx, case_id as "caseId", seq, facts ? 'source' as imported from case_events
     where (tx, case_id, seq) > (${after.tx}::xid8, ${after.caseId}::uuid, ${after.seq}::int)
       and tx < pg_snapshot_xmin(pg_current_snapshot())
     order by case_events.tx, case_id, seq
     limit ${limit}`)

export interface Told extends CaseEvent {
  words: Words | null
}

/** The histories of some cases, one after the other. */
export const historiesOf = (tx: Db, caseIds: string[]) =>
  tx.rows<Told>(sql`
    select e.case_id as "caseId", e.seq, e.step, e.at, e.role, e.actor_id as "actorId", e.facts, w.words
      from case_events e left join case_words w using (case_id, seq)
     where e.case_id = any(${caseIds}::uuid[])
     order by e.case_id, e.seq`)

/** How the resident of a case can be reached, and in which language. */
export interface Contacted {
  caseId: string
  id: string | null
  phone: string | null
  email: string | null
  language: 'ar' | 'en'
}

/** What they left with the case comes first; what they signed in with fills the gaps. */
export const contactsOf = (tx: Db, caseIds: string[]) =>
  tx.rows<Contacted>(sql`
    select c.id as "caseId", c.resident_id as id, coalesce(q.phone, r.phone) as phone,
           coalesce(q.email, r.email) as email, coalesce(r.language, q.language, c.language) as language
      from cases c
      left join requesters q on q.case_id = c.id
      left join residents r on r.id = c.resident_id
     where c.id = any(${caseIds}::uuid[])`)

/** Cases that were joined with one of these, have its answer, and did not get another since. */
export const answeredFollowersOf = (tx: Db, caseIds: string[]) =>
  tx.rows<{ caseId: string; reference: string; mergedInto: string }>(sql`
    select id as "caseId", reference, merged_into as "mergedInto" from cases
     where merged_into = any(${caseIds}::uuid[]) and answered_at is not null
     order by id`)

/** What the answers of some cases promised and is not done. */
export const owedBy = (tx: Db, caseIds: string[]) =>
  tx.rows<{ caseId: string; number: number; dueOn: Temporal.PlainDate; entity: string | null }>(sql`
    select p.case_id as "caseId", p.number, p.due_on as "dueOn", c.entity_id as entity
      from promised_actions p join cases c on c.id = p.case_id
     where p.case_id = any(${caseIds}::uuid[]) and p.told_at is not null and p.done_at is null
     order by p.case_id, p.number`)
