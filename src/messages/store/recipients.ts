import { type Db, json, sql } from '#platform'
import type { StaffMail } from '../model/choices.ts'
import type { Whom } from '../model/telling.ts'

export interface ReachedStaff {
  /** Which of the asked this is. */
  asked: number
  id: string
  email: string
  language: 'ar' | 'en'
  mail: StaffMail | null
}

/** Active people behind ids and roles; programs have no eyes. */
export const staffBehind = (db: Db, asked: (Whom & { asked: number })[], now: Temporal.Instant) =>
  db.rows<ReachedStaff>(sql`
    with wanted as (
      select * from jsonb_to_recordset(${json(asked)}::jsonb)
        as w (asked int, id uuid, role text, scope text, "scopeId" text)
    ), found as (
      select w.asked, w.id from wanted w where w.id is not null
      union
      select w.asked, g.staff_id from wanted w
        join grants g on g.role = w.role and g.scope = w.scope and g.scope_id is not distinct from w."scopeId"
       where w.id is null and g.valid_from <= ${now} and (g.valid_to is null or g.valid_to > ${now})
    )
    select f.asked, s.id, s.email, s.language, c.mail
      from found f join staff s on s.id = f.id
      left join staff_choices c on c.staff_id = s.id
     where s.active and s.email is not null
     order by f.asked, s.id`)

export interface Subscription {
  id: string
  staffId: string | null
  residentId: string | null
}

export const browsersOf = (db: Db, staffIds: string[], residentIds: string[]) =>
  db.rows<Subscription>(sql`
    select id, staff_id as "staffId", resident_id as "residentId" from push_subscriptions
     where staff_id = any(${staffIds}::uuid[]) or resident_id = any(${residentIds}::uuid[])`)

export interface Keys {
  endpoint: string
  p256dh: string
  auth: string
}

export const keysOf = (db: Db, id: string) =>
  db.row<Keys>(sql`select endpoint, p256dh, auth from push_subscriptions where id::text = ${id}`)

export const addSubscription = (
  db: Db,
  { id, endpoint, p256dh, auth }: Keys & { id: string },
  who: { staffId: string | null; residentId: string | null },
  now: Temporal.Instant,
) =>
  db.run(sql`
    insert into push_subscriptions (id, endpoint, p256dh, auth, staff_id, resident_id, created_at)
    values (${id}, ${endpoint}, ${p256dh}, ${auth}, ${who.staffId}, ${who.residentId}, ${now})
    on conflict (endpoint) do update
       set p256dh = excluded.p256dh, auth = excluded.auth, staff_id = excluded.staff_id,
           resident_id = excluded.resident_id`)

/** The browser took its permission back, or is gone. */
export const dropSubscription = (db: Db, id: string) =>
  db.run(sql`delete from push_subscriptions where id::text = ${id}`)
