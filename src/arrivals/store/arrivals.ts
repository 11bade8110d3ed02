import { type Db, sql } from '#platform'
import type { Arrival, ArrivalState, Reason } from '../model/arrival.ts'

export interface NewArrival {
  id: string
  channel: Arrival['channel']
  name: string
  receivedAt: Temporal.Instant
  state: ArrivalState
  because: Reason | null
  caseId: string | null
  draftId: string | null
  sender: string
  /** Only while somebody may have to look at it; a case has its own words. */
  words: { senderName: string; subject: string; text: string } | null
  /** Names of files that could not be taken. */
  leftOut: readonly string[]
}

/** Takes note of an arrival, once. @returns false when it was there before */
export const add = async (tx: Db, given: NewArrival): Promise<boolean> =>
  (await tx.run(sql`
    insert into arrivals (id, channel, name, received_at, state, because, case_id, draft_id, sender, sender_name,
                          subject, text, left_out)
    values (${given.id}, ${given.channel}, ${given.name}, ${given.receivedAt}, ${given.state}, ${given.because},
            ${given.caseId}, ${given.draftId}, ${given.sender}, ${given.words?.senderName ?? null},
            ${given.words?.subject ?? null}, ${given.words?.text ?? null}, ${[...given.leftOut]}::text[])
    on conflict (channel, name) do nothing`)) === 1

export const isKnown = async (db: Db, channel: string, name: string): Promise<boolean> =>
  Boolean(await db.row(sql`select 1 as known from arrivals where channel = ${channel} and name = ${name}`))

/** How many of a sender's arrivals became something since. */
export const countFrom = async (db: Db, sender: string, since: Temporal.Instant): Promise<number> =>
  (
    await db.row<{ count: number }>(sql`
      select count(*)::int as count from arrivals
       where sender = ${sender} and received_at > ${since} and state in ('case', 'addition', 'quarantine')`)
  )?.count ?? 0

/** Cases by number or by a message of ours that was sent about them, and whether this sender brought them. */
export const casesNamed = (
  db: Db,
  {
    references,
    messages,
    sender,
  }: { references: readonly string[]; messages: readonly string[]; sender: string },
) =>
  db.rows<{ caseId: string; bySender: boolean }>(sql`
    select c.id as "caseId",
           coalesce(lower(q.email) = ${sender} or q.phone = ${sender} or lower(r.email) = ${sender} or r.phone = ${sender},
                    false) as "bySender"
      from cases c
      left join requesters q on q.case_id = c.id
      left join residents r on r.id = c.resident_id
     where c.parent_id is null
       and (c.reference = any(${[...references]}::text[])
            or c.id in (select case_id from messages where id = any(${[...messages]}::uuid[])))
     order by c.id limit 5`)

export interface WaitingArrival {
  id: string
  channel: Arrival['channel']
  receivedAt: Temporal.Instant
  state: ArrivalState
  because: Reason | null
  sender: string | null
  senderName: string | null
  subject: string | null
  text: string | null
  leftOut: string[]
  draftId: string | null
  reference: string | null
}

const COLUMNS = sql`
  a.id, a.channel, a.received_at as "receivedAt", a.state, a.because, a.sender, a.sender_name as "senderName",
  a.subject, a.text, a.left_out as "leftOut", a.draft_id as "draftId", c.reference`

export const list = (db: Db, state: ArrivalState, limit: number) =>
  db.rows<WaitingArrival>(sql`
    select ${COLUMNS} from arrivals a left join cases c on c.id = a.case_id
     where a.state = ${state} order by a.received_at desc, a.id limit ${limit}`)

export const find = (db: Db, id: string) =>
  db.row<WaitingArrival>(sql`
    select ${COLUMNS} from arrivals a left join cases c on c.id = a.case_id where a.id = ${id}`)

/** Held until the transaction ends, while it still waits or lies aside. */
export const lockOpen = (tx: Db, id: string) =>
  tx.row<{ id: string; draftId: string | null }>(sql`
    select id, draft_id as "draftId" from arrivals
     where id = ${id} and state in ('quarantine', 'set-aside') for update`)

/** Somebody decided: its words go, since the case has them, or nobody needs them. */
export const settle = (
  tx: Db,
  id: string,
  to: { state: ArrivalState; caseId: string | null; by: string; at: Temporal.Instant },
) =>
  tx.run(sql`
    update arrivals
       set state = ${to.state}, case_id = ${to.caseId}, settled_by = ${to.by}, settled_at = ${to.at},
           subject = null, text = null, sender_name = null
     where id = ${id}`)

/** What lay aside long enough loses its words; that it came stays. */
export const forgetWords = (db: Db, before: Temporal.Instant) =>
  db.run(sql`
    update arrivals set subject = null, text = null, sender_name = null, sender = null, draft_id = null
     where state = 'set-aside' and received_at < ${before} and text is not null`)

export const countWaiting = async (db: Db): Promise<number> =>
  (
    await db.row<{ count: number }>(
      sql`select count(*)::int as count from arrivals where state = 'quarantine'`,
    )
  )?.count ?? 0

/** Drafts that hold the attachments of what nobody has decided about. */
export const draftsInUse = async (db: Db): Promise<string[]> =>
  (
    await db.rows<{ id: string }>(sql`
      select draft_id as id from arrivals
       where draft_id is not null and state in ('quarantine', 'set-aside')`)
  ).map(({ id }) => id)
