import { type Db, sql } from '#platform'
import type { Grant, Language, Officer } from '../model/officer.ts'

export interface SecretsRow {
  id: string
  name: string
  email: string
  passwordHash: string | null
  totpSecret: Buffer | null
  failedTries: number
}

/**
 * Counts a try before it is checked, so that guesses made at the same moment cannot outrun the lock.
 * Nothing comes back while the account is closed, disabled, unknown or a program's.
 */
export async function countTry(db: Db, who: { email: string } | { id: string }, now: Temporal.Instant) {
  const email = 'email' in who ? who.email : null
  const id = 'id' in who ? who.id : null
  return db.row<SecretsRow>(sql`
    update staff set failed_tries = failed_tries + 1
    where (email = ${email} or id = ${id}::uuid) and email is not null and active
      and (locked_until is null or locked_until <= ${now})
    returning id, name, email, password_hash as "passwordHash", totp_secret as "totpSecret",
              failed_tries as "failedTries"`)
}

export const lock = (db: Db, id: string, until: Temporal.Instant) =>
  db.run(sql`update staff set locked_until = ${until} where id = ${id}`)

/** The password was right: that one try does not count. Earlier ones do until the second factor is right too. */
export const forgiveTry = (db: Db, id: string) =>
  db.run(sql`update staff set failed_tries = greatest(failed_tries - 1, 0) where id = ${id}`)

/** Marks a TOTP step as used and the tries as forgotten. False when this or a later step was used before. */
export async function useStep(db: Db, id: string, step: number): Promise<boolean> {
  const used = await db.run(sql`
    update staff set totp_last_step = ${step}, failed_tries = 0, locked_until = null
    where id = ${id} and totp_last_step < ${step}`)
  return used === 1
}

export interface NewStaff {
  id: string
  name: string
  email: string | null
  passwordHash: string | null
  totpSecret: Buffer | null
  language: Language
  now: Temporal.Instant
}

/** False when the address is somebody's already. */
export async function addStaff(db: Db, staff: NewStaff): Promise<boolean> {
  const { id, name, email, passwordHash, totpSecret, language, now } = staff
  const added = await db.run(sql`
    insert into staff (id, name, email, password_hash, totp_secret, language, created_at)
    values (${id}, ${name}, ${email}, ${passwordHash}, ${totpSecret}, ${language}, ${now})
    on conflict (email) do nothing`)
  return added === 1
}

export interface StaffRow {
  id: string
  name: string
  email: string | null
  language: Language
  active: boolean
}

export const findStaff = (db: Db, id: string) =>
  db.row<StaffRow>(sql`select id, name, email, language, active from staff where id = ${id} for update`)

/** An outside program is known by its name. */
export const findProgram = (db: Db, name: string) =>
  db.row<StaffRow>(sql`
    select id, name, email, language, active from staff
    where email is null and name = ${name} order by created_at limit 1 for update`)

/** Makes changes to programs follow each other, so that one name never becomes two. */
export const lockPrograms = (db: Db) => db.run(sql`select pg_advisory_xact_lock(hashtext('sawt programs'))`)

export const emailTaken = async (db: Db, email: string, by: string): Promise<boolean> =>
  (await db.row(sql`select id from staff where email = ${email} and id <> ${by}`)) !== undefined

export const updateStaff = (db: Db, { id, name, email, language }: Omit<StaffRow, 'active'>) =>
  db.run(sql`update staff set name = ${name}, email = ${email}, language = ${language} where id = ${id}`)

export const setActive = (db: Db, id: string, active: boolean) =>
  db.run(sql`update staff set active = ${active}, failed_tries = 0, locked_until = null where id = ${id}`)

export const setPassword = (db: Db, id: string, passwordHash: string) =>
  db.run(sql`update staff set password_hash = ${passwordHash} where id = ${id}`)

export const setTotp = (db: Db, id: string, totpSecret: Buffer) =>
  db.run(sql`
    update staff set totp_secret = ${totpSecret}, totp_last_step = 0, failed_tries = 0, locked_until = null
    where id = ${id}`)

export const readPassword = async (db: Db, id: string) =>
  (await db.row<{ hash: string | null }>(sql`select password_hash as hash from staff where id = ${id}`))?.hash

export interface ListedStaff extends StaffRow {
  createdAt: Temporal.Instant
  lockedUntil: Temporal.Instant | null
  /** Has an authenticator; a person without one cannot sign in. */
  secondFactor: boolean
  grants: Grant[]
}

/** Everybody, with the grants in force; programs last. */
export const listStaff = (db: Db, now: Temporal.Instant) =>
  db.rows<ListedStaff>(sql`
    select s.id, s.name, s.email, s.language, s.active, s.created_at as "createdAt", s.locked_until as "lockedUntil",
           s.totp_secret is not null as "secondFactor",
           (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                     'id', g.id, 'role', g.role, 'scope', g.scope, 'scopeId', g.scope_id)) order by g.id), '[]')
            from grants g
            where g.staff_id = s.id and g.valid_from <= ${now} and (g.valid_to is null or g.valid_to > ${now})) as grants
    from staff s
    order by s.email is null, s.name, s.id`)

export interface NamedStaff {
  id: string
  name: string
}

export const namesOf = (db: Db, ids: string[]) =>
  db.rows<NamedStaff>(sql`select id, name from staff where id = any(${ids}::uuid[])`)

/** Active people who hold a role on one of these scopes: those a case of the entity can be assigned to. */
export const holders = (db: Db, role: string, scope: string, scopeIds: string[], now: Temporal.Instant) =>
  db.rows<NamedStaff>(sql`
    select distinct s.id, s.name from staff s join grants g on g.staff_id = s.id
    where s.active and g.role = ${role} and g.scope = ${scope} and g.scope_id = any(${scopeIds}::text[])
      and g.valid_from <= ${now} and (g.valid_to is null or g.valid_to > ${now})
    order by s.name, s.id`)

/** Which of the addresses belong to somebody who can sign in. */
export async function activeEmails(db: Db, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ email: string }>(sql`
    select email from staff where active and email = any(${[...emails]}::text[])`)
  return new Set(rows.map(({ email }) => email))
}

export const officerByEmail = (db: Db, email: string, now: Temporal.Instant) =>
  db.row<Officer>(sql`
    select s.id, s.name, s.language,
           (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                     'id', g.id, 'role', g.role, 'scope', g.scope, 'scopeId', g.scope_id)) order by g.id), '[]')
              from grants g
             where g.staff_id = s.id and g.valid_from <= ${now} and (g.valid_to is null or g.valid_to > ${now})) as grants
      from staff s where s.email = ${email} and s.active`)
