import { type Db, json, sql } from '#platform'
import type { Position, Reacher } from '../model/reach.ts'

/** @returns 0 when they watched it already */
export const watch = (db: Db, caseId: string, staffId: string, now: Temporal.Instant) =>
  db.run(sql`
    insert into case_watchers (case_id, staff_id, since, after)
    select id, ${staffId}::uuid, ${now}::timestamptz, seq from cases where id = ${caseId}
    on conflict do nothing`)

export const unwatch = (db: Db, caseId: string, staffId: string) =>
  db.run(sql`delete from case_watchers where case_id = ${caseId} and staff_id = ${staffId}`)

export async function watches(db: Db, caseId: string, staffId: string): Promise<boolean> {
  const row = await db.row<{ there: boolean }>(sql`
    select exists (select from case_watchers where case_id = ${caseId} and staff_id = ${staffId}) as there`)
  return row?.there ?? false
}

/** Somebody who follows a case, with the rights they hold now and where the case stands. */
export interface Watcher extends Position {
  caseId: string
  staffId: string
  /** The last event that they had seen when they began. */
  after: number
  grants: Reacher['grants']
}

export const watchersOf = (db: Db, caseIds: string[], now: Temporal.Instant) =>
  db.rows<Watcher>(sql`
    select w.case_id as "caseId", w.staff_id as "staffId", w.after, c.entity_id as entity, e.sector_id as sector,
           c.unit_id as unit, c.handler_id as handler, c.entered_by as "enteredBy",
           exists (select from calls where calls.staff_id = w.staff_id and calls.case_id = c.id) as "onCall",
           (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope, 'scopeId', g.scope_id)), '[]')
              from grants g
             where g.staff_id = w.staff_id and g.valid_from <= ${now}
               and (g.valid_to is null or g.valid_to > ${now})) as grants
      from case_watchers w
      join cases c on c.id = w.case_id
      join staff s on s.id = w.staff_id and s.active
      left join entities e on e.id = c.entity_id
     where w.case_id = any(${caseIds}::uuid[])
     order by w.case_id, w.staff_id`)

/** Somebody who may hear of an event, by what causes their notices of it: `CASE:SEQ`. */
export interface Listener {
  staffId: string
  cause: string
}

/** Of these, whom the desk tells of their event already. */
export const toldOf = (db: Db, listeners: readonly Listener[]) =>
  db.rows<Listener>(sql`
    select l."staffId", l.cause
      from jsonb_to_recordset(${json(listeners)}::jsonb) as l ("staffId" uuid, cause text)
     where exists (select from notices n
                    where n.staff_id = l."staffId" and n.effect > l.cause || ':' and n.effect < l.cause || ';')`)
