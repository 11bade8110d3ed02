import { type Db, sql } from '#platform'
import type { Announcement } from '../model/announcement.ts'

const columns = sql`
  a.id, a.problem_id as "problemId", jsonb_build_object('ar', a.text_ar, 'en', a.text_en) as text,
  a.category_id as category, a.entity_id as entity, a.place_id as place, a.since, a.until`

/** What is said on the residents' pages now, the newest first. */
export const running = (db: Db, now: Temporal.Instant, limit: number) =>
  db.rows<Announcement>(sql`
    select ${columns} from problem_announcements a
     where a.ended_at is null and a.until > ${now} and a.since <= ${now}
     order by a.since desc, a.id limit ${limit}`)

export const runningOf = (db: Db, problem: string, now: Temporal.Instant) =>
  db.row<Announcement>(sql`
    select ${columns} from problem_announcements a
     where a.problem_id = ${problem} and a.ended_at is null and a.until > ${now}
     order by a.since desc limit 1`)

export const announce = (tx: Db, one: Announcement, by: string) =>
  tx.run(sql`
    insert into problem_announcements (id, problem_id, text_ar, text_en, category_id, entity_id, place_id, since,
           until, created_by)
    values (${one.id}, ${one.problemId}, ${one.text.ar}, ${one.text.en}, ${one.category}, ${one.entity},
            ${one.place}, ${one.since}, ${one.until}, ${by})`)

/** Takes down whatever is said about a problem. @returns how many */
export const endAnnouncements = (tx: Db, problem: string, now: Temporal.Instant) =>
  tx.run(sql`
    update problem_announcements set ended_at = ${now}
     where problem_id = ${problem} and ended_at is null and until > ${now}`)
