import { type Db, json, sql } from '#platform'
import type { CaseState } from '../model/state.ts'
import { stateColumns } from './columns.ts'

/** A calendar whose latest version some open cases have not been counted by; held by one worker. */
export const calendarToRecount = (tx: Db) =>
  tx.row<{ id: string; version: number }>(sql`
    select id, version from calendars where recounted < version order by id limit 1 for update skip locked`)

export const recounted = (tx: Db, { id, version }: { id: string; version: number }) =>
  tx.run(sql`update calendars set recounted = ${version} where id = ${id}`)

/** Open cases that a calendar dates: those of its entities, and all when it is the central office's own. */
export const openByCalendar = (tx: Db, calendarId: string, after: string, limit: number) =>
  tx.rows<CaseState>(sql`
    select ${stateColumns} from cases c left join entities e on e.id = c.entity_id
     where c.stage <> 'closed' and c.id > ${after} and c.source is null
       and (e.calendar_id = ${calendarId}
         or exists (select from entities o where o.central and o.calendar_id = ${calendarId}))
     order by c.id limit ${limit}
       for update of c`)

/** A case of an entity whose date is another now. */
export interface Moved {
  entity: string
  to: Temporal.Instant
}

/** Adds to what a version of a calendar moved, in the transaction that moves it. */
export const addMoved = (
  tx: Db,
  { id, version, now }: { id: string; version: number; now: Temporal.Instant },
  moved: readonly Moved[],
) =>
  tx.run(sql`
    insert into recounts (calendar_id, version, entity_id, moved, nearest, counted_at)
    select ${id}, ${version}::int, m.entity, count(*), min(m."to"), ${now}::timestamptz
      from jsonb_to_recordset(${json(moved)}::jsonb) as m (entity text, "to" timestamptz)
     group by m.entity
    on conflict (calendar_id, version, entity_id) do update
       set moved = recounts.moved + excluded.moved, nearest = least(recounts.nearest, excluded.nearest),
           counted_at = excluded.counted_at`)

/** What one version of a calendar moved for an entity. */
export interface Recount {
  version: number
  entity: string
  moved: number
  nearest: Temporal.Instant
  countedAt: Temporal.Instant
  reason: string | null
}

/** What no entity was told of yet; marked as told, in the transaction that tells. */
export const takeUntold = (tx: Db, calendarId: string, now: Temporal.Instant) =>
  tx.rows<Recount>(sql`
    update recounts r set told_at = ${now}
      from calendar_versions v
     where r.calendar_id = ${calendarId} and r.told_at is null
       and v.calendar_id = r.calendar_id and v.version = r.version
    returning r.version, r.entity_id as entity, r.moved, r.nearest, r.counted_at as "countedAt", v.reason`)

/** What changes of a calendar moved, the latest first, with the names of those who found it on their desks. */
export const recountsOf = (db: Db, calendarId: string, limit: number) =>
  db.rows<Omit<Recount, 'reason'> & { told: string[] }>(sql`
    select r.version, r.entity_id as entity, r.moved, r.nearest, r.counted_at as "countedAt",
           array(select s.name from notices n join staff s on s.id = n.staff_id
                  where n.effect = 'recount:' || r.calendar_id || ':' || r.version || ':' || r.entity_id || ':recounted'
                  order by s.name) as told
      from recounts r where r.calendar_id = ${calendarId}
     order by r.version desc, r.entity_id limit ${limit}`)
