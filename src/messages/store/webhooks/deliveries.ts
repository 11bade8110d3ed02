import { type Db, json, sql } from '#platform'
import type { DeliveryState, Fault } from '../../webhooks/model/states.ts'

export interface NewDelivery {
  id: string
  endpointId: string
  effect: string
  event: string
  caseId: string | null
  body: string
  at: Temporal.Instant
}

/** Adds deliveries; what was added before under the same effect is left alone. */
export const addDeliveries = (tx: Db, deliveries: NewDelivery[]) =>
  tx.run(sql`
    insert into webhook_deliveries (id, endpoint_id, effect, event, case_id, body, created_at, since, ready_at)
    select d.id, d."endpointId", d.effect, d.event, d."caseId", d.body, d.at, d.at, d.at
      from jsonb_to_recordset(${json(deliveries)}::jsonb) as d (
           id uuid, "endpointId" uuid, effect text, event text, "caseId" uuid, body text, at timestamptz)
    on conflict (effect) do nothing`)

export interface Held {
  id: string
  event: string
  body: string
  attempts: number
  since: Temporal.Instant
}

export interface Holding {
  endpointId: string
  now: Temporal.Instant
  /** Seconds: for so long it is nobody else's; whoever has not said by then how it ended has died. */
  lease: number
  limit: number
}

/**
 * What nobody holds and is due; what a worker holds is due again when its lease has run out. Leases go by the
 * database's own clock, as those of messages do: the house's may be set forward, and machines' clocks jump. A lease
 * longer than any was given by a clock that has gone back since.
 */
const isDue = (now: Temporal.Instant, lease: number) => sql`
  case when held then ready_at not between clock_timestamp() and clock_timestamp() + make_interval(secs => 2 * ${lease})
       else ready_at <= ${now} end`

/** Takes what is due for one endpoint, for one worker alone. */
export const holdDeliveries = (db: Db, { endpointId, now, lease, limit }: Holding) =>
  db.rows<Held>(sql`
    update webhook_deliveries d
       set ready_at = clock_timestamp() + make_interval(secs => ${lease}), held = true, attempts = d.attempts + 1, unsure = d.unsure + d.held::int
      from (select id from webhook_deliveries
             where endpoint_id = ${endpointId} and state = 'queued' and ${isDue(now, lease)} and body is not null
             order by ready_at, id limit ${limit} for update skip locked) due
     where d.id = due.id
    returning d.id, d.event, d.body, d.attempts, d.since`)

interface Ended {
  id: string
  /** As it was held: whoever lost the hold to another writes nothing. */
  attempts: number
  status: number | null
  fault: Fault | null
}

export const settleDelivery = (
  db: Db,
  {
    id,
    attempts,
    status,
    fault,
    state,
    now,
  }: Ended & { state: 'delivered' | 'failed'; now: Temporal.Instant },
) =>
  db.run(sql`
    update webhook_deliveries
       set state = ${state}, held = false, ready_at = null, settled_at = ${now}, status = ${status}, fault = ${fault}
     where id = ${id} and attempts = ${attempts} and state = 'queued'`)

export const putOffDelivery = (
  db: Db,
  { id, attempts, status, fault, readyAt }: Ended & { readyAt: Temporal.Instant },
) =>
  db.run(sql`
    update webhook_deliveries set held = false, ready_at = ${readyAt}, status = ${status}, fault = ${fault}
     where id = ${id} and attempts = ${attempts} and state = 'queued'`)

/** After an outage nothing waits for its turn in an hour: the endpoint is there again now. */
export const hurryDeliveries = (db: Db, endpointId: string, now: Temporal.Instant) =>
  db.run(sql`
    update webhook_deliveries set ready_at = ${now}
     where endpoint_id = ${endpointId} and state = 'queued' and not held and ready_at > ${now}`)

/** A delivery as its administrator sees it: no case, no body. */
export interface Delivery {
  id: string
  event: string
  state: DeliveryState
  attempts: number
  unsure: number
  status: number | null
  fault: Fault | null
  createdAt: Temporal.Instant
  readyAt: Temporal.Instant | null
  settledAt: Temporal.Instant | null
  /** False once its body was erased. */
  kept: boolean
}

/** The latest deliveries of an endpoint, those of one state when one is named. */
export const latestDeliveries = (db: Db, endpointId: string, state: DeliveryState | null, limit: number) =>
  db.rows<Delivery>(sql`
    select id, event, state, attempts, unsure, status, fault, created_at as "createdAt", ready_at as "readyAt",
           settled_at as "settledAt", body is not null as kept
      from webhook_deliveries
     where endpoint_id = ${endpointId} and (${state}::text is null or state = ${state})
     order by id desc limit ${limit}`)

/** Sends one again under the same identity; its patience begins anew. */
export const queueDelivery = async (
  db: Db,
  { id, endpointId, now }: { id: string; endpointId: string; now: Temporal.Instant },
): Promise<boolean> =>
  (await db.run(sql`
    update webhook_deliveries
       set state = 'queued', held = false, since = ${now}, ready_at = ${now}, settled_at = null, status = null, fault = null
     where id = ${id} and endpoint_id = ${endpointId} and state <> 'queued' and body is not null`)) === 1

/** What waited longer than anybody's patience, for an endpoint that is off or never had its turn. */
export const giveUpDeliveries = (db: Db, before: Temporal.Instant, now: Temporal.Instant) =>
  db.run(sql`
    update webhook_deliveries
       set state = 'failed', held = false, ready_at = null, settled_at = ${now}, fault = coalesce(fault, 'gave-up')
     where state = 'queued' and since < ${before} and (not held or ready_at <= clock_timestamp())`)

/** Erases what was said in deliveries settled before a moment; that they were caused stays. */
export const eraseDeliveries = (db: Db, before: Temporal.Instant, limit: number) =>
  db.run(sql`
    update webhook_deliveries set body = null
     where id in (select id from webhook_deliveries where settled_at < ${before} and body is not null limit ${limit})`)
