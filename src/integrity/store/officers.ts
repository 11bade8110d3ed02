import { type Db, json, sql } from '#platform'

type Day = Temporal.PlainDate

export interface OfficerRow {
  id: string
  office: string
  nameAr: string
  nameEn: string
  body: string | null
  conflicts: string[]
  key: Buffer | null
}

const COLUMNS = sql`id, office, name_ar as "nameAr", name_en as "nameEn", body, conflicts, key`

export async function insertOfficer(db: Db, one: OfficerRow): Promise<void> {
  await db.run(sql`
    insert into sealed.officers (id, office, name_ar, name_en, body, conflicts)
    values (${one.id}, ${one.office}, ${one.nameAr}, ${one.nameEn}, ${one.body}, ${one.conflicts})`)
}

/** Everybody who has not left, in the order of their offices and names. */
export const allOfficers = (db: Db): Promise<OfficerRow[]> =>
  db.rows<OfficerRow>(
    sql`select ${COLUMNS} from sealed.officers where left_on is null order by office desc, name_en`,
  )

export const officerById = (db: Db, id: string): Promise<OfficerRow | undefined> =>
  db.row<OfficerRow>(sql`select ${COLUMNS} from sealed.officers where id = ${id} and left_on is null`)

export async function setOfficerKey(db: Db, id: string, key: Buffer, day: Day): Promise<void> {
  await db.run(sql`update sealed.officers set key = ${key}, enrolled_on = ${day} where id = ${id}`)
}

/** Somebody leaves: their passkeys, wraps and sessions are gone; what they did stays. */
export async function markLeft(db: Db, id: string, day: Day): Promise<boolean> {
  await db.run(sql`delete from sealed.sessions where officer = ${id}`)
  await db.run(sql`delete from sealed.passkeys where officer = ${id}`)
  await db.run(sql`delete from sealed.wraps where officer = ${id}`)
  return (
    (await db.run(sql`
    update sealed.officers set left_on = ${day} where id = ${id} and left_on is null`)) === 1
  )
}

export async function insertInvite(
  db: Db,
  hash: Buffer,
  officer: string,
  purpose: string,
  day: Day,
): Promise<void> {
  await db.run(sql`
    insert into sealed.invites (hash, officer, purpose, day) values (${hash}, ${officer}, ${purpose}, ${day})`)
}

export const openInvite = (db: Db, hash: Buffer, since: Day) =>
  db.row<{ officer: string; purpose: string }>(sql`
    select officer, purpose from sealed.invites where hash = ${hash} and used_on is null and day >= ${since}`)

/** Whether it was still unused. */
export async function useInvite(db: Db, hash: Buffer, day: Day): Promise<boolean> {
  return (
    (await db.run(sql`
    update sealed.invites set used_on = ${day} where hash = ${hash} and used_on is null`)) === 1
  )
}

export const wrapsOf = (db: Db, officer: string) =>
  db.rows<{ wrap: string; credential: string; content: unknown }>(sql`
    select wrap, credential, content from sealed.wraps where officer = ${officer} order by wrap, credential`)

export async function putWrap(
  db: Db,
  officer: string,
  wrap: string,
  credential: string,
  content: unknown,
): Promise<void> {
  await db.run(sql`
    insert into sealed.wraps (officer, wrap, credential, content)
    values (${officer}, ${wrap}, ${credential}, ${json(content)})
    on conflict (officer, wrap, credential) do update set content = excluded.content`)
}

/** A new key makes old wraps and passkeys worthless. */
export async function forgetKeys(db: Db, officer: string): Promise<void> {
  await db.run(sql`delete from sealed.wraps where officer = ${officer}`)
  await db.run(sql`delete from sealed.passkeys where officer = ${officer}`)
  await db.run(sql`delete from sealed.sessions where officer = ${officer}`)
}

export interface PasskeyRow {
  credential: string
  officer: string
  publicKey: Buffer
  counter: number
  device: string
  addedOn: Day
}

export async function insertPasskey(db: Db, one: PasskeyRow): Promise<boolean> {
  return (
    (await db.run(sql`
    insert into sealed.passkeys (credential, officer, public_key, counter, device, added_on)
    values (${one.credential}, ${one.officer}, ${one.publicKey}, ${one.counter}, ${one.device}, ${one.addedOn})
    on conflict do nothing`)) === 1
  )
}

export const passkeysOf = (db: Db, officer: string): Promise<PasskeyRow[]> =>
  db.rows<PasskeyRow>(sql`
    select credential, officer, public_key as "publicKey", counter, device, added_on as "addedOn"
      from sealed.passkeys where officer = ${officer} order by added_on, credential`)

export const passkeyById = (db: Db, credential: string): Promise<PasskeyRow | undefined> =>
  db.row<PasskeyRow>(sql`
    select p.credential, p.officer, p.public_key as "publicKey", p.counter, p.device, p.added_on as "addedOn"
      from sealed.passkeys p join sealed.officers o on o.id = p.officer and o.left_on is null
     where p.credential = ${credential}`)

/** The authenticator's own count: one that goes backwards is a copy. */
export async function setCounter(db: Db, credential: string, counter: number): Promise<void> {
  await db.run(sql`update sealed.passkeys set counter = ${counter} where credential = ${credential}`)
}

export async function removePasskey(db: Db, officer: string, credential: string): Promise<boolean> {
  await db.run(sql`delete from sealed.wraps where officer = ${officer} and credential = ${credential}`)
  return (
    (await db.run(sql`
    delete from sealed.passkeys where officer = ${officer} and credential = ${credential}`)) === 1
  )
}

export async function insertSession(db: Db, hash: Buffer, officer: string, day: Day): Promise<void> {
  await db.run(sql`insert into sealed.sessions (hash, officer, day) values (${hash}, ${officer}, ${day})`)
}

export const officerOfSession = (db: Db, hash: Buffer): Promise<OfficerRow | undefined> =>
  db.row<OfficerRow>(sql`
    select o.id, o.office, o.name_ar as "nameAr", o.name_en as "nameEn", o.body, o.conflicts, o.key
      from sealed.sessions s join sealed.officers o on o.id = s.officer
     where s.hash = ${hash} and o.left_on is null`)

export async function removeSession(db: Db, hash: Buffer): Promise<void> {
  await db.run(sql`delete from sealed.sessions where hash = ${hash}`)
}

export async function sweepSignIns(db: Db, before: Day): Promise<void> {
  await db.run(sql`delete from sealed.sessions where day < ${before}`)
  await db.run(sql`delete from sealed.invites where day < ${before.subtract({ days: 30 })}`)
}
