import { type Db, json, sql } from '#platform'

interface PromisedAction {
  number: number
  text: string
  dueOn: string
}

/** The highest number of a promise that a resident was told of, or that was kept. Later replies count on from it. */
export async function lastNumber(tx: Db, caseId: string): Promise<number> {
  const row = await tx.row<{ last: number }>(sql`
    select coalesce(max(number), 0) as last from promised_actions
     where case_id = ${caseId} and (told_at is not null or done_at is not null)`)
  return row?.last ?? 0
}

/** A reply is submitted: its draft is done with, and what it promises replaces what no resident was told of. */
export const settle = (tx: Db, caseId: string, actions: PromisedAction[]) =>
  tx.run(sql`
    with drafted as (delete from reply_drafts where case_id = ${caseId}),
         given as (select * from jsonb_to_recordset(${json(actions)}::jsonb) as a (number int, text text, "dueOn" date)),
         no_longer as (delete from promised_actions
                        where case_id = ${caseId} and told_at is null and done_at is null
                          and number not in (select number from given))
    insert into promised_actions (case_id, number, action, due_on)
    select ${caseId}, number, text, "dueOn" from given
    on conflict (case_id, number) do update set action = excluded.action, due_on = excluded.due_on`)

/** A reply is released: its resident knows now what it promises. */
export const told = (tx: Db, caseId: string, now: Temporal.Instant) =>
  tx.run(sql`update promised_actions set told_at = ${now} where case_id = ${caseId} and told_at is null`)

/** @returns 0 when nobody was promised such a thing, or it was done already */
export const fulfil = (tx: Db, caseId: string, number: number, now: Temporal.Instant) =>
  tx.run(sql`
    update promised_actions set done_at = ${now}
     where case_id = ${caseId} and number = ${number} and told_at is not null and done_at is null`)

export interface TrackedAction {
  number: number
  action: string
  dueOn: Temporal.PlainDate
  doneAt: Temporal.Instant | null
}

/** What residents were promised by the replies that they got. */
export const actionsOf = (db: Db, caseId: string) =>
  db.rows<TrackedAction>(sql`
    select number, action, due_on as "dueOn", done_at as "doneAt"
      from promised_actions where case_id = ${caseId} and told_at is not null order by number`)

export interface ReplyDraft {
  body: Record<string, unknown>
  by: string
  at: Temporal.Instant
}

export const draftOf = (db: Db, caseId: string) =>
  db.row<ReplyDraft>(sql`
    select d.body, s.name as by, d.written_at as at
      from reply_drafts d join staff s on s.id = d.written_by where d.case_id = ${caseId}`)

export const keepDraft = (tx: Db, caseId: string, body: unknown, by: string, at: Temporal.Instant) =>
  tx.run(sql`
    insert into reply_drafts (case_id, body, written_by, written_at)
    values (${caseId}, ${json(body)}::jsonb, ${by}, ${at})
    on conflict (case_id) do update
       set body = excluded.body, written_by = excluded.written_by, written_at = excluded.written_at`)
