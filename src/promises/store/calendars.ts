import { type Db, json, sql } from '#platform'

export interface CalendarRow {
  id: string
  version: number
  timeZone: string
  content: unknown
}

export interface CalendarSummary {
  id: string
  nameAr: string
  nameEn: string
  version: number
  timeZone: string
  changedAt: Temporal.Instant
  reason: string | null
}

export interface CalendarVersion extends CalendarRow {
  reason: string | null
  createdBy: string | null
  createdAt: Temporal.Instant
}

export interface NewVersion extends CalendarRow {
  nameAr: string
  nameEn: string
  reason: string | null
  createdBy: string | null
  createdAt: Temporal.Instant
}

export const current = (db: Db) =>
  db.rows<CalendarRow>(sql`
    select c.id, c.version, v.time_zone as "timeZone", v.content
    from calendars c join calendar_versions v on v.calendar_id = c.id and v.version = c.version`)

export const version = (db: Db, id: string, number: number) =>
  db.row<CalendarRow>(sql`
    select calendar_id as id, version, time_zone as "timeZone", content
    from calendar_versions where calendar_id = ${id} and version = ${number}`)

export const summaries = (db: Db) =>
  db.rows<CalendarSummary>(sql`
    select c.id, c.name_ar as "nameAr", c.name_en as "nameEn", c.version, v.time_zone as "timeZone",
           v.created_at as "changedAt", v.reason
    from calendars c join calendar_versions v on v.calendar_id = c.id and v.version = c.version
    order by c.id`)

export const history = (db: Db, id: string) =>
  db.rows<CalendarVersion>(sql`
    select calendar_id as id, version, time_zone as "timeZone", content, reason,
           created_by as "createdBy", created_at as "createdAt"
    from calendar_versions where calendar_id = ${id} order by version desc`)

/** The versions of all calendars that were written last. */
export const latest = (db: Db, limit: number) =>
  db.rows<CalendarVersion>(sql`
    select calendar_id as id, version, time_zone as "timeZone", content, reason,
           created_by as "createdBy", created_at as "createdAt"
    from calendar_versions order by created_at desc, calendar_id, version desc limit ${limit}`)

/** The calendar as it stands, held until the transaction ends so that two changes follow each other. */
export const lock = (db: Db, id: string) =>
  db.row<CalendarRow & { nameAr: string; nameEn: string }>(sql`
    select c.id, c.version, v.time_zone as "timeZone", v.content, c.name_ar as "nameAr", c.name_en as "nameEn"
    from calendars c join calendar_versions v on v.calendar_id = c.id and v.version = c.version
    where c.id = ${id} for update of c`)

export async function addVersion(tx: Db, next: NewVersion): Promise<void> {
  await tx.run(sql`
    insert into calendars (id, name_ar, name_en, version)
    values (${next.id}, ${next.nameAr}, ${next.nameEn}, ${next.version})
    on conflict (id) do update set name_ar = excluded.name_ar, name_en = excluded.name_en,
                                   version = excluded.version`)
  await tx.run(sql`
    insert into calendar_versions (calendar_id, version, time_zone, content, reason, created_by, created_at)
    values (${next.id}, ${next.version}, ${next.timeZone}, ${json(next.content)}::jsonb, ${next.reason},
            ${next.createdBy}::uuid, ${next.createdAt}::timestamptz)`)
}
