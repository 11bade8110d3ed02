import { type Db, sql } from '#platform'
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
