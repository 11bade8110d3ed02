import { type Db, sql } from '#platform'
import type { Reacher } from '../model/reach.ts'
import { reach } from './reach.ts'
import type { TrackedAction } from './replies.ts'

/** Something an entity promised in an answer that the resident has. */
export interface PromisedAction extends TrackedAction {
  caseId: string
  reference: string
  subject: string
  entity: string | null
  unit: string | null
}

/** What is not done, the longest overdue first; from a day on or until it. */
export const open = (db: Db, officer: Reacher, until: Temporal.PlainDate | null, limit: number) =>
  db.rows<PromisedAction>(sql`
    select a.case_id as "caseId", c.reference, c.subject, c.entity_id as entity, c.unit_id as unit,
           a.number, a.action, a.due_on as "dueOn", a.done_at as "doneAt"
      from promised_actions a join cases c on c.id = a.case_id
     where a.done_at is null and a.told_at is not null and ${reach(officer)}
       and (${until}::date is null or a.due_on < ${until}::date)
     order by a.due_on, a.case_id, a.number limit ${limit}`)

/** What is done, the latest first. */
export const kept = (db: Db, officer: Reacher, limit: number) =>
  db.rows<PromisedAction>(sql`
    select a.case_id as "caseId", c.reference, c.subject, c.entity_id as entity, c.unit_id as unit,
           a.number, a.action, a.due_on as "dueOn", a.done_at as "doneAt"
      from promised_actions a join cases c on c.id = a.case_id
     where a.done_at is not null and a.told_at is not null and ${reach(officer)}
     order by a.done_at desc, a.case_id, a.number limit ${limit}`)
