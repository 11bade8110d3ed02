import { type Db, sql } from '#platform'
import type { ChannelName, MessageFacts, MessageState } from '../model/facts.ts'
import type { MessageKind } from '../model/kinds.ts'

/** A message as those see it who watch over delivery: without its address, without its words. */
export interface Undelivered {
  id: string
  kind: MessageKind
  channel: ChannelName
  state: MessageState
  attempts: number
  unsure: number
  fault: string | null
  createdAt: Temporal.Instant
  settledAt: Temporal.Instant | null
}

/** What could not be delivered, the latest first. */
export const undelivered = (db: Db, limit: number) =>
  db.rows<Undelivered>(sql`
    select id, kind, channel, state, attempts, unsure, fault, created_at as "createdAt", settled_at as "settledAt"
      from messages where state in ('failed', 'bounced') and address is not null
     order by settled_at desc, id limit ${limit}`)

/** Sends again what bounced or failed; its patience begins anew, its identity stays. */
export const queueAgain = (db: Db, ids: string[], now: Temporal.Instant) =>
  db.run(sql`
    update messages
       set state = 'queued', since = ${now}, ready_at = ${now}, settled_at = null, fault = null, leased_until = null
     where id = any(${ids}::uuid[]) and state in ('failed', 'bounced') and address is not null`)

export interface Count {
  channel: ChannelName
  state: MessageState
  count: number
  unsure: number
}

/** How many messages stand where: those that wait, and those settled since a moment. */
export const countByState = (db: Db, since: Temporal.Instant) =>
  db.rows<Count>(sql`
    select channel, state, count(*) as count, count(*) filter (where unsure > 0) as unsure
      from messages where state = 'queued' or settled_at >= ${since}
     group by channel, state order by channel, state`)

/**
 * What a channel heard later about a message it had taken. It may be heard before the worker who sent it has written
 * so: then this is how it ended, and the worker writes nothing.
 */
export const report = (
  db: Db,
  by: { id: string | null; channel: ChannelName; providerId: string | null },
  { state, fault, now }: { state: 'delivered' | 'bounced'; fault: string | null; now: Temporal.Instant },
) =>
  db.run(sql`
    update messages
       set state = ${state}, fault = ${fault}, settled_at = ${now}, ready_at = null, leased_until = null
     where channel = ${by.channel} and (id = ${by.id} or provider_id = ${by.providerId})
       and (state in ('sent', 'delivered') or (state = 'queued' and leased_until is not null))`)

/**
 * Erases whom and what of messages settled before a moment; that they were sent stays. Answers in a conversation go
 * sooner: the conversation itself is not kept as long.
 */
export const erase = (
  db: Db,
  {
    before,
    answersBefore,
    limit,
  }: { before: Temporal.Instant; answersBefore: Temporal.Instant; limit: number },
) =>
  db.run(sql`
    update messages set address = null, facts = '{}'
     where id in (select id from messages
                   where settled_at < ${answersBefore} and address is not null
                     and (settled_at < ${before} or kind = 'chat-answer')
                   limit ${limit})`)

/** A message with everything, for the viewer of a demonstration. */
export interface Captured {
  id: string
  kind: MessageKind
  channel: ChannelName
  state: MessageState
  address: string
  language: 'ar' | 'en'
  facts: MessageFacts
  staffId: string | null
  /** When it was to be there: a demonstration that was set forward carries the mails of days in a moment. */
  since: Temporal.Instant
}

export const captured = (db: Db, limit: number) =>
  db.rows<Captured>(sql`
    select id, kind, channel, state, address, language, facts, staff_id as "staffId", since
      from messages where settled_at is not null and state in ('sent', 'delivered') and address is not null
     order by since desc, id desc limit ${limit}`)

export const capturedOne = (db: Db, id: string) =>
  db.row<Captured>(sql`
    select id, kind, channel, state, address, language, facts, staff_id as "staffId", since
      from messages where id = ${id} and settled_at is not null and address is not null`)
