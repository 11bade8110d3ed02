import { type Db, sql } from '#platform'
import type { Listener } from '../../webhooks/model/happening.ts'
import type { Fault } from '../../webhooks/model/states.ts'

/** Everybody who wants to be told now. */
export const listeners = (tx: Db) =>
  tx.rows<Listener>(sql`
    select id, entity_id as "entityId", events from webhook_endpoints where active order by id`)

export const somebodyListens = async (tx: Db): Promise<boolean> =>
  (await tx.row(sql`select 1 as one from webhook_endpoints where active limit 1`)) !== undefined

export interface NewEndpoint {
  id: string
  name: string
  entityId: string | null
  url: string
  events: string[] | null
  secret: Buffer
  by: string | null
  now: Temporal.Instant
}

export const addEndpoint = (db: Db, { id, name, entityId, url, events, secret, by, now }: NewEndpoint) =>
  db.run(sql`
    insert into webhook_endpoints (id, name, entity_id, url, events, secret, created_by, created_at, changed_by, changed_at)
    values (${id}, ${name}, ${entityId}, ${url}, ${events}::text[], ${secret}, ${by}, ${now}, ${by}, ${now})`)

/**
 * What it is told and where; whose cases it hears of never changes, or one entity would get another's deliveries.
 * It is tried at once: perhaps this mended it.
 */
export const changeEndpoint = (
  db: Db,
  { id, name, url, events, by, now }: Omit<NewEndpoint, 'secret' | 'entityId'>,
) =>
  db.run(sql`
    update webhook_endpoints
       set name = ${name}, url = ${url}, events = ${events}::text[], rest_until = null, changed_by = ${by},
           changed_at = ${now}
     where id = ${id}`)

/** On or off by hand; either way its failures are forgotten. */
export const switchEndpoint = (
  db: Db,
  { id, active, by, now }: { id: string; active: boolean; by: string | null; now: Temporal.Instant },
) =>
  db.run(sql`
    update webhook_endpoints
       set active = ${active}, given_up_at = null, failures = 0, failing_since = null, rest_until = null,
           changed_by = ${by}, changed_at = ${now}
     where id = ${id}`)

export interface NewSecret {
  id: string
  secret: Buffer
  oldUntil: Temporal.Instant
  by: string | null
  now: Temporal.Instant
}

/** The present secret becomes the old one, which signs beside the new one for a while. */
export const rotateSecret = (db: Db, { id, secret, oldUntil, by, now }: NewSecret) =>
  db.run(sql`
    update webhook_endpoints
       set old_secret = secret, old_until = ${oldUntil}, secret = ${secret}, changed_by = ${by}, changed_at = ${now}
     where id = ${id}`)

/** An endpoint as its administrator sees it. */
export interface Endpoint {
  id: string
  name: string
  entityId: string | null
  url: string
  events: string[] | null
  active: boolean
  createdAt: Temporal.Instant
  /** When the old secret stopped signing beside the new one, or will. */
  oldUntil: Temporal.Instant | null
  failingSince: Temporal.Instant | null
  /** When it was switched off because nothing arrived for days. */
  givenUpAt: Temporal.Instant | null
  lastAt: Temporal.Instant | null
  lastStatus: number | null
  lastFault: Fault | null
  queued: number
  failed: number
}

export const listEndpoints = (db: Db) =>
  db.rows<Endpoint>(sql`
    select e.id, e.name, e.entity_id as "entityId", e.url, e.events, e.active, e.created_at as "createdAt",
           e.old_until as "oldUntil", e.failing_since as "failingSince", e.given_up_at as "givenUpAt",
           e.last_at as "lastAt", e.last_status as "lastStatus", e.last_fault as "lastFault",
           (select count(*) from webhook_deliveries d where d.endpoint_id = e.id and d.state = 'queued') as queued,
           (select count(*) from webhook_deliveries d where d.endpoint_id = e.id and d.state = 'failed'
               and d.body is not null) as failed
      from webhook_endpoints e order by e.name, e.id`)

/** Those that something is due for, and that are not left alone for now. */
export const dueEndpoints = (db: Db, now: Temporal.Instant) =>
  db.rows<{ id: string }>(sql`
    select e.id from webhook_endpoints e
     where e.active and (e.rest_until is null or e.rest_until <= ${now})
       and exists (select from webhook_deliveries d
                    where d.endpoint_id = e.id and d.state = 'queued'
                      and d.ready_at <= case when d.held then clock_timestamp() else ${now}::timestamptz end)`)

export interface Working {
  id: string
  url: string
  secret: Buffer
  oldSecret: Buffer | null
  oldUntil: Temporal.Instant | null
  failures: number
}

export const workingEndpoint = (db: Db, id: string, now: Temporal.Instant) =>
  db.row<Working>(sql`
    select id, url, secret, old_secret as "oldSecret", old_until as "oldUntil", failures from webhook_endpoints
     where id = ${id} and active and (rest_until is null or rest_until <= ${now})`)

export interface Last {
  id: string
  now: Temporal.Instant
  status: number | null
  fault: Fault | null
}

export const markTaking = (db: Db, { id, now, status }: Last) =>
  db.run(sql`
    update webhook_endpoints
       set failures = 0, failing_since = null, rest_until = null, last_at = ${now}, last_status = ${status},
           last_fault = null
     where id = ${id}`)

/** @returns since when nothing has arrived */
export const markFailing = async (
  db: Db,
  { id, now, status, fault, restUntil }: Last & { restUntil: Temporal.Instant },
): Promise<Temporal.Instant | undefined> =>
  (
    await db.row<{ failingSince: Temporal.Instant | null }>(sql`
      update webhook_endpoints
         set failures = failures + 1, failing_since = coalesce(failing_since, ${now}), rest_until = ${restUntil},
             last_at = ${now}, last_status = ${status}, last_fault = ${fault}
       where id = ${id} returning failing_since as "failingSince"`)
  )?.failingSince ?? undefined

/** @returns undefined when it was off already */
export const giveUpOn = (tx: Db, id: string, now: Temporal.Instant) =>
  tx.row<{ name: string; entityId: string | null }>(sql`
    update webhook_endpoints set active = false, given_up_at = ${now} where id = ${id} and active
    returning name, entity_id as "entityId"`)
