import { type Db, sql } from '#platform'

export interface Health {
  queued: number
  /** Bounced, failed or expired since then. */
  failed: number
  /**
   * Seconds that the slowest reader of the feed has left something lying: since it happened, or since the reader last
   * moved, whichever is less, so that history being imported is no fault. 0 when all have read everything.
   */
  behind: number
  behindWorker: string | null
  mailboxAt: Temporal.Instant | null
  mailboxFault: boolean | null
  /** Letters that wait for a person. */
  waiting: number
}

export const health = (db: Db, since: Temporal.Instant, now: Temporal.Instant) =>
  db.row<Health>(sql`
    select (select count(*) from messages where state = 'queued' and ready_at <= ${now}) as queued,
           (select count(*) from messages
             where settled_at >= ${since} and state in ('bounced', 'failed', 'expired')) as failed,
           coalesce(greatest(0, slowest.seconds), 0) as behind,
           slowest.consumer as "behindWorker", mailbox.looked_at as "mailboxAt", mailbox.fault is not null as
           "mailboxFault", (select count(*) from arrivals where state = 'quarantine') as waiting
      from (select true) one
      left join (select c.consumer, extract(epoch from least(${now}::timestamptz - first.at, now() - c.moved_at))::int
                        as seconds from feed_cursors c,
                        lateral (select at from case_events e
                                  where (e.tx, e.case_id, e.seq) > (c.tx, c.case_id, c.seq)
                                  order by e.tx, e.case_id, e.seq limit 1) first
                  order by 2 desc limit 1) slowest on true
      left join (select looked_at, fault from mailboxes order by fault is null, looked_at limit 1) mailbox on true`)

/** Changes whenever something on the screen may have: cheap enough to be asked every second. */
export const fingerprint = (db: Db, now: Temporal.Instant) =>
  db.row<{ print: string }>(sql`
    select concat_ws(' ',
             (select concat(tx, case_id, seq) from case_events order by case_events.tx desc, case_id desc, seq desc limit 1),
             (select concat(tx, case_id, seq) from feed_cursors where consumer = 'roll-ups'),
             (select concat(max(seen_at), max(acknowledged_at), max(over_at)) from surges where state <> 'over'
                 or over_at > ${now}::timestamptz - interval '1 day'),
             (select count(*) from messages where state = 'queued'),
             (select max(made_at) from expectations where day >= ${now}::timestamptz::date - 1)) as print`)
