import { type Db, json, sql } from '#platform'
import type { MessageFacts } from '../model/facts.ts'
import type { MessageKind } from '../model/kinds.ts'

export interface NewNotice {
  id: string
  effect: string
  staffId: string
  kind: MessageKind
  caseId: string | null
  about: string | null
  facts: MessageFacts
  /** Not shown before. */
  at: Temporal.Instant
}

export const addNotices = (tx: Db, notices: NewNotice[]) =>
  tx.run(sql`
    insert into notices (id, effect, staff_id, kind, case_id, about, facts, at)
    select n.id, n.effect, n."staffId", n.kind, n."caseId", n.about, n.facts, n.at
      from jsonb_to_recordset(${json(notices)}::jsonb) as n (
           id uuid, effect text, "staffId" uuid, kind text, "caseId" uuid, about text, facts jsonb, at timestamptz)
    on conflict (staff_id, effect) do nothing`)

/** Takes back what nobody could have seen yet. */
export const takeNoticesBack = (tx: Db, back: { caseId: string; about: string }[], now: Temporal.Instant) =>
  tx.run(sql`
    delete from notices n using jsonb_to_recordset(${json(back)}::jsonb) as b ("caseId" uuid, about text)
     where n.case_id = b."caseId" and starts_with(n.about, b.about) and n.at > ${now}`)

export interface Notice {
  id: string
  kind: MessageKind
  caseId: string | null
  facts: MessageFacts
  at: Temporal.Instant
  readAt: Temporal.Instant | null
}

/** Where a page of notices ended. */
export interface After {
  at: Temporal.Instant
  id: string
}

/** The newest first, those after a given one. */
export const noticesOf = (
  db: Db,
  staffId: string,
  now: Temporal.Instant,
  after: After | null,
  limit: number,
) =>
  db.rows<Notice>(sql`
    select id, kind, case_id as "caseId", facts, at, read_at as "readAt" from notices
     where staff_id = ${staffId} and at <= ${now}
       and (${after?.id ?? null}::uuid is null or (at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
     order by at desc, id desc limit ${limit}`)

export const countUnread = async (db: Db, staffId: string, now: Temporal.Instant): Promise<number> =>
  (
    await db.row<{ count: number }>(sql`
      select count(*) as count from notices where staff_id = ${staffId} and read_at is null and at <= ${now}`)
  )?.count ?? 0

/** The same for many at once; who has none is not in it. */
export const countUnreadOf = (db: Db, staffIds: string[], now: Temporal.Instant) =>
  db.rows<{ staffId: string; count: number }>(sql`
    select staff_id as "staffId", count(*) as count from notices
     where staff_id = any(${staffIds}::uuid[]) and read_at is null and at <= ${now} group by staff_id`)

/** Marks all as read, or one. */
export const markRead = (db: Db, staffId: string, id: string | null, now: Temporal.Instant) =>
  db.run(sql`
    update notices set read_at = ${now}
     where staff_id = ${staffId} and read_at is null and at <= ${now} and (${id}::uuid is null or id = ${id}::uuid)`)

/** Marks as read what is about one case: whoever opens it has seen it. */
export const markCaseRead = (db: Db, staffId: string, caseId: string, now: Temporal.Instant) =>
  db.run(sql`
    update notices set read_at = ${now}
     where staff_id = ${staffId} and case_id = ${caseId} and read_at is null and at <= ${now}`)
