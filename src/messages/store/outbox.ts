import { type Db, json, sql } from '#platform'
import type { ChannelName, MessageFacts, MessageState } from '../model/facts.ts'
import type { MessageKind } from '../model/kinds.ts'

export interface NewMessage {
  id: string
  effect: string
  kind: MessageKind
  channel: ChannelName
  caseId: string | null
  about: string | null
  staffId: string | null
  residentId: string | null
  address: string
  language: 'ar' | 'en'
  facts: MessageFacts
  createdAt: Temporal.Instant
  readyAt: Temporal.Instant
  expiresAt: Temporal.Instant | null
  /** What it is said in, where the order counts, and the how manieth it is there. */
  thread: string | null
  place: number | null
}

/** Puts messages into the outbox; what was put there before under the same effect is left alone. */
export const put = (tx: Db, messages: NewMessage[]) =>
  tx.run(sql`
    insert into messages (id, effect, kind, channel, case_id, about, staff_id, resident_id, address, language, facts,
                          created_at, since, ready_at, expires_at, thread, place)
    select m.id, m.effect, m.kind, m.channel, m."caseId", m.about, m."staffId", m."residentId", m.address,
           m.language, m.facts, m."createdAt", m."readyAt", m."readyAt", m."expiresAt", m.thread, m.place
      from jsonb_to_recordset(${json(messages)}::jsonb) as m (
           id uuid, effect text, kind text, channel text, "caseId" uuid, about text, "staffId" uuid,
           "residentId" uuid, address text, language text, facts jsonb, "createdAt" timestamptz,
           "readyAt" timestamptz, "expiresAt" timestamptz, thread uuid, place int)
    on conflict (effect) do nothing`)

/** Takes back what is still waiting and no worker holds: whatever was about this, of this case. */
export const takeBack = (tx: Db, back: { caseId: string; about: string }[], now: Temporal.Instant) =>
  tx.run(sql`
    update messages m set state = 'cancelled', ready_at = null, settled_at = ${now}
      from jsonb_to_recordset(${json(back)}::jsonb) as b ("caseId" uuid, about text)
     where m.case_id = b."caseId" and starts_with(m.about, b.about) and m.state = 'queued'
       and (m.leased_until is null or m.leased_until <= clock_timestamp())`)

/** A message that a worker holds, to be sent now. */
export interface Held {
  id: string
  kind: MessageKind
  channel: ChannelName
  address: string
  language: 'ar' | 'en'
  facts: MessageFacts
  staffId: string | null
  attempts: number
  since: Temporal.Instant
  expiresAt: Temporal.Instant | null
}

export interface Holding {
  now: Temporal.Instant
  /** Seconds. */
  lease: number
  channels: ChannelName[]
  limit: number
}

/**
 * Takes what is due, for one worker alone. A lease that ran out means that a worker died with the message in its
 * hands: nobody knows whether it was sent, and that is counted.
 *
 * What belongs to a thread waits until everything before it there is settled, so that a conversation is read in the
 * order it was held in.
 *
 * Leases go by the database's own clock, which all workers share: with a worker's, a machine whose clock jumps
 * forward would take from the others what they are just sending. A lease longer than any was given by a clock that
 * has gone back since.
 */
export const hold = (db: Db, { now, lease, channels, limit }: Holding) =>
  db.rows<Held>(sql`
    update messages m
       set leased_until = clock_timestamp() + make_interval(secs => ${lease}), attempts = m.attempts + 1,
           unsure = m.unsure + case when m.leased_until is null then 0 else 1 end
      from (select id from messages waiting
             where state = 'queued' and ready_at <= ${now}
               and (leased_until is null or leased_until not between clock_timestamp()
                                                                 and clock_timestamp() + make_interval(secs => 2 * ${lease}))
               and channel = any(${channels}::text[])
               and not exists (select from messages before
                                where before.state = 'queued' and before.thread = waiting.thread
                                  and before.place < waiting.place)
             order by ready_at limit ${limit} for update skip locked) due
     where m.id = due.id
    returning m.id, m.kind, m.channel, m.address, m.language, m.facts, m.staff_id as "staffId", m.attempts, m.since,
              m.expires_at as "expiresAt"`)

export interface Settled {
  id: string
  attempts: number
  state: Exclude<MessageState, 'queued'>
  fault: string | null
  providerId: string | null
  now: Temporal.Instant
}

/** Writes how it ended; a worker whose lease went to another writes nothing. */
export const settle = (db: Db, { id, attempts, state, fault, providerId, now }: Settled) =>
  db.run(sql`
    update messages
       set state = ${state}, ready_at = null, leased_until = null, fault = ${fault}, provider_id = ${providerId},
           settled_at = ${now}
     where id = ${id} and attempts = ${attempts} and state = 'queued'`)

/** @param counts whether it was an attempt at all, or only put off */
export const putOff = (
  db: Db,
  {
    id,
    attempts,
    readyAt,
    fault,
    counts,
  }: { id: string; attempts: number; readyAt: Temporal.Instant; fault: string | null; counts: boolean },
) =>
  db.run(sql`
    update messages
       set ready_at = ${readyAt}, leased_until = null, fault = coalesce(${fault}, fault),
           attempts = attempts - case when ${counts} then 0 else 1 end
     where id = ${id} and attempts = ${attempts} and state = 'queued'`)
