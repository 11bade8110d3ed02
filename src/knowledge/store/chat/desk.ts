import { type Db, sql } from '#platform'
import type { ChatChannel, DeskState } from './conversations.ts'

/** A conversation as the queue of the contact centre shows it. */
export interface WaitingChat {
  id: string
  channel: ChatChannel
  language: 'ar' | 'en'
  desk: DeskState
  agentId: string | null
  agentName: string | null
  waitingSince: Temporal.Instant | null
  lastAt: Temporal.Instant
  /** Who spoke last. */
  lastBy: string | null
}

/** Those that wait, the longest first, and those that somebody has. */
export const queue = (db: Db) =>
  db.rows<WaitingChat>(sql`
    select c.id, c.channel, c.language, c.desk, c.agent_id as "agentId", s.name as "agentName",
           c.waiting_since as "waitingSince", c.last_at as "lastAt",
           (select l.by from conversation_lines l where l.conversation_id = c.id order by l.seq desc limit 1) as "lastBy"
      from conversations c left join staff s on s.id = c.agent_id
     where c.desk in ('waiting', 'taken')
     order by c.desk = 'taken', c.waiting_since, c.id limit 200`)

/** How many wait for a person. */
export const countWaiting = async (db: Db): Promise<number> =>
  (
    await db.row<{ count: number }>(
      sql`select count(*)::int as count from conversations where desk = 'waiting'`,
    )
  )?.count ?? 0

/** What changed on open screens lately; asked once for a whole process. */
export interface Touched {
  id: string
  desk: DeskState
  seq: number
  touchedAt: Temporal.Instant
}

export const touchedSince = (db: Db, since: Temporal.Instant) =>
  db.rows<Touched>(sql`
    select id, desk, seq, touched_at as "touchedAt" from conversations
     where touched_at > ${since} order by touched_at limit 5000`)

/** The database's own time, by which `touched_at` is written. */
export const databaseTime = async (db: Db): Promise<Temporal.Instant> =>
  (await db.row<{ now: Temporal.Instant }>(sql`select clock_timestamp() as now`))?.now ??
  Temporal.Now.instant()

export interface CannedAnswer {
  id: string
  name: string
  ar: string
  en: string
  active: boolean
}

export const cannedAnswers = (db: Db, { all = false } = {}) =>
  db.rows<CannedAnswer>(sql`
    select id, name, text_ar as ar, text_en as en, active from canned_answers
     where ${all} or active order by active desc, name, id limit 200`)

export const putCanned = (db: Db, { id, name, ar, en, active }: CannedAnswer) =>
  db.run(sql`
    insert into canned_answers (id, name, text_ar, text_en, active) values (${id}, ${name}, ${ar}, ${en}, ${active})
    on conflict (id) do update set name = excluded.name, text_ar = excluded.text_ar, text_en = excluded.text_en,
           active = excluded.active`)
