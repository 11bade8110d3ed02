import { type Db, sql } from '#platform'

export interface Follower {
  id: string
  residentId: string | null
  phone: string | null
  email: string | null
  language: 'ar' | 'en'
}

/** @returns 0 when they follow it already */
export const add = (tx: Db, problem: string, one: Follower & { contact: string }, at: Temporal.Instant) =>
  tx.run(sql`
    insert into problem_followers (id, problem_id, contact, resident_id, phone, email, language, at)
    values (${one.id}, ${problem}, ${one.contact}, ${one.residentId}::uuid, ${one.phone}, ${one.email},
            ${one.language}, ${at})
    on conflict do nothing`)

export const times = async (db: Db, problem: string): Promise<Temporal.Instant[]> =>
  (
    await db.rows<{ at: Temporal.Instant }>(sql`
      select at from problem_followers where problem_id = ${problem}`)
  ).map(({ at }) => at)

/** Somebody who is to be told that what they follow was fixed. */
export interface Waiting extends Follower {
  problemId: string
  /** The step by which it was fixed. */
  seq: number
  titleAr: string
  titleEn: string
}

/** Followers of fixed problems who were not told; each held by one worker. */
export const toTell = (tx: Db, limit: number) =>
  tx.rows<Waiting>(sql`
    select f.id, f.resident_id as "residentId", coalesce(f.phone, r.phone) as phone,
           coalesce(f.email, r.email) as email, f.language, f.problem_id as "problemId", p.seq,
           p.title_ar as "titleAr", p.title_en as "titleEn"
      from problem_followers f
      join problems p on p.id = f.problem_id
      left join residents r on r.id = f.resident_id
     where f.told_at is null and p.state in ('fixed', 'held')
     order by f.id limit ${limit} for update of f skip locked`)

export const told = (tx: Db, ids: string[], at: Temporal.Instant) =>
  tx.run(sql`update problem_followers set told_at = ${at} where id = any(${ids}::uuid[])`)

/**
 * Forgets who they were that were told. When they followed stays: it is a voice by which a fix is judged, also
 * months later.
 */
export const forgetTold = (db: Db, before: Temporal.Instant) =>
  db.run(sql`
    update problem_followers set contact = id::text, resident_id = null, phone = null, email = null
     where told_at < ${before} and contact <> id::text`)
