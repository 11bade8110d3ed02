import { newId } from '#kernel'
import { type Db, sql } from '#platform'
import type { Contact } from '../model/contact.ts'
import type { Language, Resident } from '../model/officer.ts'

/** The resident with this contact; made when there is none yet. */
export async function residentOf(
  db: Db,
  { kind, value }: Contact,
  language: Language,
  now: Temporal.Instant,
) {
  const [phone, email] = kind === 'phone' ? [value, null] : [null, value]
  await db.run(sql`
    insert into residents (id, phone, email, language, created_at)
    values (${newId()}, ${phone}, ${email}, ${language}, ${now})
    on conflict do nothing`)
  return db.row<Resident>(sql`
    select id, name, phone, email, language from residents where phone = ${phone} or email = ${email}`)
}

export const updateResident = (db: Db, id: string, name: string | null, language: Language) =>
  db.run(sql`update residents set name = ${name}, language = ${language} where id = ${id}`)
