import { type Db, sql } from '#platform'

/** Milliseconds. */
export async function ahead(db: Db): Promise<number> {
  const row = await db.row<{ ahead: number }>(sql`select ahead_ms as ahead from demonstration_clock`)
  return row?.ahead ?? 0
}

/** Never backwards, whoever else moves it at the same time. @returns how far ahead it is now */
export async function moveAhead(db: Db, milliseconds: number): Promise<number> {
  const row = await db.row<{ ahead: number }>(sql`
    update demonstration_clock set ahead_ms = greatest(ahead_ms, ${milliseconds}::bigint)
    returning ahead_ms as ahead`)
  return row?.ahead ?? 0
}

/** When time next does something to any case, after a moment. */
export async function nextAct(db: Db, after: Temporal.Instant) {
  const row = await db.row<{ at: Temporal.Instant | null }>(sql`
    select min(next_act_at) as at from cases where next_act_at > ${after}`)
  return row?.at ?? undefined
}

/** Whether anything happened that the messages have not read. */
export async function somethingUntold(db: Db): Promise<boolean> {
  const row = await db.row<{ untold: boolean }>(sql`
    select exists (select from case_events e, feed_cursors c
                    where c.consumer = 'messages' and (e.tx, e.case_id, e.seq) > (c.tx, c.case_id, c.seq)) as untold`)
  return row?.untold ?? false
}

/** Something that time did, with how many were told of it. */
export interface DoneByTime {
  caseId: string
  seq: number
  reference: string
  at: Temporal.Instant
  step: string
  rung: string | null
  clock: string | null
  tells: string[] | null
  entity: string | null
  messages: number
  notices: number
}

/** What time did last, the latest first. Says nothing of what a case is about. */
export const doneByTime = (db: Db, limit: number) =>
  db.rows<DoneByTime>(sql`
    with latest as (
      select case_id, seq, at, step, facts from case_events
       where role = 'system' and step in ('escalate', 'lapse', 'close')
       order by tx desc, at desc, case_id, seq desc limit ${limit})
    select l.case_id as "caseId", l.seq, c.reference, l.at, l.step, l.facts ->> 'rung' as rung,
           l.facts ->> 'clock' as clock, l.facts -> 'tells' as tells, c.entity_id as entity,
           (select count(*) from messages m
             where m.case_id = l.case_id and starts_with(m.effect, l.case_id || ':' || l.seq || ':')) as messages,
           (select count(*) from notices n
             where n.case_id = l.case_id and starts_with(n.effect, l.case_id || ':' || l.seq || ':')) as notices
      from latest l join cases c on c.id = l.case_id
     order by l.at desc, l.case_id, l.seq desc`)

/** Dates what was told at this moment back to the events it tells of. What is told only later stays where it is. */
export async function dateBack(tx: Db, told: Temporal.Instant): Promise<void> {
  await tx.run(sql`
    update notices n set at = e.at from case_events e
     where n.at = ${told} and e.at < ${told}
       and e.case_id::text = split_part(n.effect, ':', 1) and e.seq::text = split_part(n.effect, ':', 2)`)
  await tx.run(sql`
    update messages m set created_at = e.at, since = e.at, ready_at = e.at from case_events e
     where m.created_at = ${told} and m.ready_at = ${told} and e.at < ${told}
       and e.case_id::text = split_part(m.effect, ':', 1) and e.seq::text = split_part(m.effect, ':', 2)`)
}
