import { type Db, sql } from '#platform'
import type { Level } from '../../model/operations/board.ts'

/** Until its first act an entity's reply runs as well. */
const runs = sql`(r.clock = c.clock or (r.clock = 'reply' and c.clock = 'first-action'))`

/** Cases on the ladder of the clock that runs, each at the highest rung it has climbed; '' for the central office. */
export const climbed = (db: Db) =>
  db.rows<{ entity: string; level: Level; n: number }>(sql`
    select entity, (array['warned', 'head', 'minister', 'operations'])[height] as level, count(*) as n
      from (select case when c.clock in ('reply', 'first-action') then coalesce(c.entity_id, '') else '' end as entity,
                   max(case when 'operator' = any(r.tells) then 4 when 'minister' = any(r.tells) then 3
                            when 'head' = any(r.tells) then 2 else 1 end) as height
              from cases c join ladder_rungs r on r.id = any(c.climbed) and ${runs}
             where c.stage <> 'closed' and c.climbed <> '{}'
             group by c.id) each
     group by 1, 2 order by 1, 2`)

/** Clocks of somebody in government that end within a time from now. Whatever is to climb is found by when it next does. */
export const endingSoon = (db: Db, now: Temporal.Instant, until: Temporal.Instant) =>
  db.row<{ n: number }>(sql`
    select count(*) as n from cases
     where next_act_at <= ${until} and clock_due > ${now} and clock_due <= ${until}
       and clock in ('routing', 'first-action', 'reply', 'verification', 'release', 'objection-review')`)

export interface Escalation {
  caseId: string
  seq: number
  reference: string
  entity: string | null
  rung: string
  at: Temporal.Instant
}

/** What climbed to the minister or to this room lately, the latest first; each case once. */
export const arriving = (db: Db, since: Temporal.Instant, limit: number) =>
  db.rows<Escalation>(sql`
    select "caseId", seq, reference, entity, rung, at
      from (select distinct on (e.case_id) e.case_id as "caseId", e.seq, c.reference, c.entity_id as entity,
                   r.id as rung, e.at
              from case_events e join cases c on c.id = e.case_id join ladder_rungs r on r.id = e.facts->>'rung'
             where e.step = 'escalate' and e.at >= ${since} and r.tells && '{minister,operator}'
             order by e.case_id, e.seq desc) each
     order by at desc, "caseId" limit ${limit}`)

/** What is late, the latest first: a line of the operations desk. */
export interface LateCase {
  id: string
  reference: string
  subject: string
  entity: string | null
  stage: string
  due: Temporal.Instant
}

export const lateCases = (db: Db, limit: number) =>
  db.rows<LateCase>(sql`
    select c.id, c.reference, c.subject, c.entity_id as entity, c.stage, c.clock_due as due
      from cases c join ladder_rungs r on r.id = any(c.climbed) and ${runs}
     where c.stage <> 'closed' and c.climbed <> '{}' and c.clock_due is not null
     group by c.id
     order by max(case when 'operator' = any(r.tells) then 4 when 'minister' = any(r.tells) then 3
                       when 'head' = any(r.tells) then 2 else 1 end) desc, c.clock_due, c.id
     limit ${limit}`)
