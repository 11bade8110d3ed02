import { type Db, sql } from '#platform'
import type { ContactChoice, Level, StaffChoice, StaffMail } from '../model/choices.ts'

export const contactChoices = (db: Db, contacts: string[]) =>
  db.rows<{ contact: string; level: Level; whatsapp: boolean }>(sql`
    select contact, level, whatsapp from contact_choices where contact = any(${contacts}::text[])`)

export const saveContactChoice = (
  db: Db,
  contact: string,
  { level, whatsapp }: ContactChoice,
  now: Temporal.Instant,
) =>
  db.run(sql`
    insert into contact_choices (contact, level, whatsapp, changed_at)
    values (${contact}, ${level}, ${whatsapp}, ${now})
    on conflict (contact) do update
       set level = excluded.level, whatsapp = excluded.whatsapp, changed_at = excluded.changed_at`)

export const staffChoice = (db: Db, staffId: string) =>
  db.row<{ mail: StaffMail; digestHour: number }>(sql`
    select mail, digest_hour as "digestHour" from staff_choices where staff_id = ${staffId}`)

export const staffChoices = (db: Db) =>
  db.rows<{ staffId: string; mail: StaffMail; digestHour: number }>(sql`
    select staff_id as "staffId", mail, digest_hour as "digestHour" from staff_choices`)

export const saveStaffChoice = (
  db: Db,
  staffId: string,
  { mail, digestHour }: StaffChoice,
  now: Temporal.Instant,
) =>
  db.run(sql`
    insert into staff_choices (staff_id, mail, digest_hour, changed_at)
    values (${staffId}, ${mail}, ${digestHour}, ${now})
    on conflict (staff_id) do update
       set mail = excluded.mail, digest_hour = excluded.digest_hour, changed_at = excluded.changed_at`)
