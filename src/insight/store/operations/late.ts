import type { ClockName, Stage } from '#cases'
import { type Db, sql } from '#platform'
import type { Level } from '../../model/operations/board.ts'
import { CLIMBED, endingWithin, HEIGHT, HOLDER, LEVEL } from './ladder.ts'

/** Cases on the ladder of the clock that runs, each at the highest rung it has climbed; '' for the central office. */
export const climbed = (db: Db) =>
  db.rows<{ entity: string; level: Level; n: number }>(sql`
    select entity, ${LEVEL} as level, count(*) as n
      from (select ${HOLDER} as entity, ${HEIGHT} as height from ${CLIMBED} group by c.id) each
     group by 1, 2 order by 1, 2`)

/** Clocks that end within a time from now, by entity; '' for the central office. */
export const endingSoon = (db: Db, now: Temporal.Instant, until: Temporal.Instant) =>
  db.rows<{ entity: string; n: number }>(sql`
    select ${HOLDER} as entity, count(*) as n from ${endingWithin(now, until)} group by 1 order by 1`)

export interface Escalation {
  caseId: string
  seq: number
  reference: string
  /** '' for the central office's own work. */
  entity: string
  rung: string
  /** The highest who hears of it. */
  level: Exclude<Level, 'warned'>
  /** Beyond the entity: at the minister, or in this room. */
  beyond: boolean
  /** How many there are of its entity, on its side of that. */
  among: number
  at: Temporal.Instant
}

/**
 * What climbed lately, the latest first; each case once. So many of each entity, and of what went beyond it, that
 * everybody's part has its own, with how many there are in all.
 */
export const arriving = (db: Db, since: Temporal.Instant, limit: number) =>
  db.rows<Escalation>(sql`
    select "caseId", seq, reference, entity, rung, level, beyond, among, at
      from (select each.*, row_number() over (partition by entity, beyond order by at desc, "caseId") as nth,
                   count(*) over (partition by entity, beyond) as among
              from (select distinct on (e.case_id) e.case_id as "caseId", e.seq, c.reference, r.id as rung, e.at,
                           case when r.clock in ('reply', 'first-action') then coalesce(c.entity_id, '') else '' end
                             as entity,
                           case when 'operator' = any(r.tells) then 'operations' when 'minister' = any(r.tells)
                                then 'minister' else 'head' end as level,
                           r.tells && '{minister,operator}' as beyond
                      from case_events e join cases c on c.id = e.case_id
                      join ladder_rungs r on r.id = e.facts->>'rung'
                     where e.step = 'escalate' and e.at >= ${since} and r.tells && '{head,minister,operator}'
                     order by e.case_id, e.seq desc) each) ranked
     where nth <= ${limit} order by at desc, "caseId"`)

/** What has climbed the ladder, the highest first: a line of the operations desk. */
export interface LateCase {
  id: string
  reference: string
  subject: string
  entity: string | null
  stage: Stage
  /** Whose clock runs: the central office's own work is its own, whoever has the case. */
  ofCentral: boolean
  clock: ClockName
  level: Level
  due: Temporal.Instant
}

export const lateCases = (db: Db, limit: number) =>
  db.rows<LateCase>(sql`
    select id, reference, subject, entity, stage, clock, "ofCentral", due,
           ${LEVEL} as level
      from (select c.id, c.reference, c.subject, c.entity_id as entity, c.stage, c.clock,
                   c.clock_due as due,
                   c.entity_id is null or c.clock not in ('reply', 'first-action') as "ofCentral",
                   ${HEIGHT} as height
              from ${CLIMBED} and c.clock_due is not null
             group by c.id) each
     order by height desc, due, id
     limit ${limit}`)
