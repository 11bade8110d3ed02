import { type Db, type Position, sql } from '#platform'

export interface NewReplay {
  id: string
  endpointId: string
  since: Temporal.Instant
  by: string | null
  now: Temporal.Instant
}

/**
 * Asks for everything since a moment once more, up to where the feed stands now: what comes later is told anyway.
 *
 * @returns false while an earlier one of the same endpoint is still at it
 */
export const addReplay = async (db: Db, { id, endpointId, since, by, now }: NewReplay): Promise<boolean> =>
  (await db.run(sql`
    insert into webhook_replays (id, endpoint_id, since, end_tx, end_case, end_seq, asked_by, asked_at)
    select ${id}, ${endpointId}, ${since}, f.tx, f.case_id, f.seq, ${by}, ${now}
      from feed_cursors f where f.consumer = 'webhooks'
    on conflict (endpoint_id) where done_at is null do nothing`)) === 1

export interface OpenReplay {
  id: string
  endpointId: string
  since: Temporal.Instant
  tx: string
  caseId: string
  seq: number
  endTx: string
  endCase: string
  endSeq: number
}

/** A replay to go on with, held until the transaction ends. Those of endpoints that are off wait. */
export const holdReplay = (tx: Db) =>
  tx.row<OpenReplay>(sql`
    select r.id, r.endpoint_id as "endpointId", r.since, r.tx::text as tx, r.case_id as "caseId", r.seq,
           r.end_tx::text as "endTx", r.end_case as "endCase", r.end_seq as "endSeq"
      from webhook_replays r join webhook_endpoints e on e.id = r.endpoint_id
     where r.done_at is null and e.active order by r.id limit 1 for update of r skip locked`)

export const moveReplay = (tx: Db, id: string, { tx: at, caseId, seq }: Position, count: number) =>
  tx.run(sql`
    update webhook_replays set tx = ${at}::xid8, case_id = ${caseId}, seq = ${seq}, events = events + ${count}
     where id = ${id}`)

export const endReplay = (tx: Db, id: string, now: Temporal.Instant) =>
  tx.run(sql`update webhook_replays set done_at = ${now} where id = ${id}`)

export interface Replay {
  id: string
  since: Temporal.Instant
  askedAt: Temporal.Instant
  doneAt: Temporal.Instant | null
  events: number
}

export const latestReplays = (db: Db, endpointId: string) =>
  db.rows<Replay>(sql`
    select id, since, asked_at as "askedAt", done_at as "doneAt", events from webhook_replays
     where endpoint_id = ${endpointId} order by id desc limit 5`)
