import { type Db, sql } from '#platform'
import type { CaseEvent, Words } from '../model/event.ts'

/** An event with what was written at it and who did it, as the history shows it. */
export interface Happened extends CaseEvent {
  words: Words | null
  by: string | null
}

export const eventsOf = (db: Db, caseId: string) =>
  db.rows<Happened>(sql`
    select e.case_id as "caseId", e.seq, e.step, e.at, e.role, e.actor_id as "actorId", e.facts, w.words,
           s.name as by
      from case_events e
      left join case_words w using (case_id, seq)
      left join staff s on s.id = e.actor_id
     where e.case_id = ${caseId}
     order by e.seq`)
