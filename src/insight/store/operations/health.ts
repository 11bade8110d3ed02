import { type Db, sql } from '#platform'
import { type Health, ROADS, type WayOut } from '../../model/operations/health.ts'

/** Minutes in which something sent shows that a way out works. */
const LATELY = { minutes: 10 }

/** How the roads in and out and the work in the background do. @param since from when failures count */
export async function health(db: Db, since: Temporal.Instant, now: Temporal.Instant): Promise<Health> {
  const [waysOut, hooks, one, slowest] = await Promise.all([
    readWaysOut(db, since, now),
    db.row<Health['webhooks']>(sql`
      select count(*) filter (where active) as active, count(*) filter (where active and failures > 0) as failing,
             count(*) filter (where given_up_at is not null) as "givenUp",
             coalesce((select greatest(0, extract(epoch from ${now}::timestamptz - min(d.ready_at)))
                         from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
                        where d.state = 'queued' and e.active and e.rest_until is null and d.attempts = 0), 0)::int
               as waits
        from webhook_endpoints`),
    readWaiting(db, now),
    db.row<Health['feed']>(sql`
      select c.consumer, greatest(0, extract(epoch from least(${now}::timestamptz - first.at, now() - c.moved_at)))::int
             as behind
        from feed_cursors c,
             lateral (select at from case_events e
                       where (e.tx, e.case_id, e.seq) > (c.tx, c.case_id, c.seq)
                       order by e.tx, e.case_id, e.seq limit 1) first
       order by 2 desc limit 1`),
  ])
  const { lookedAt, fault, unread, letters, chats, chatWaits, clocks } = one ?? NOTHING
  return {
    waysOut,
    webhooks: hooks ?? { active: 0, failing: 0, givenUp: 0, waits: 0 },
    ...(lookedAt && { mailbox: { fault, unread } }),
    letters,
    chats: { waiting: chats, waits: chatWaits },
    feed: slowest ?? { behind: 0, consumer: null },
    clocks,
  }
}

const NOTHING = { lookedAt: null, fault: false, unread: 0, letters: 0, chats: 0, chatWaits: 0, clocks: 0 }

interface Waiting {
  lookedAt: Temporal.Instant | null
  fault: boolean
  unread: number
  letters: number
  chats: number
  chatWaits: number
  clocks: number
}

/** What waits for a person or for a worker. A demonstration's clock may be ahead: the least of both clocks is meant. */
const readWaiting = (db: Db, now: Temporal.Instant) =>
  db.row<Waiting>(sql`
    select box.looked_at as "lookedAt", coalesce(box.fault is not null, false) as fault,
           coalesce(greatest(0, extract(epoch from least(${now}::timestamptz - box.looked_at, now() - box.looked_at))),
                    0)::int as unread,
           (select count(*) from arrivals where state = 'quarantine') as letters,
           (select count(*) from conversations where desk = 'waiting') as chats,
           (select coalesce(greatest(0, extract(epoch from ${now}::timestamptz - min(waiting_since))), 0)::int
              from conversations where desk = 'waiting') as "chatWaits",
           (select coalesce(greatest(0, extract(epoch from ${now}::timestamptz - min(next_act_at))), 0)::int
              from cases where next_act_at is not null) as clocks
      from (select true) one
      left join (select looked_at, fault from mailboxes order by fault is null, looked_at limit 1) box on true`)

/** Mail and text messages always, other ways once something went by them. */
async function readWaysOut(db: Db, since: Temporal.Instant, now: Temporal.Instant): Promise<WayOut[]> {
  const [queued, failed, sending] = await Promise.all([
    db.rows<Omit<WayOut, 'sends' | 'failed'>>(sql`
      select channel, count(*) filter (where attempts = 0) as due,
             coalesce(extract(epoch from ${now}::timestamptz - min(ready_at) filter (where attempts = 0)), 0)::int
               as waits,
             count(*) filter (where attempts > 0 and fault is not null) as retrying
        from messages
       where state = 'queued' and (ready_at <= ${now} or fault is not null) group by channel`),
    db.rows<{ channel: string; n: number }>(sql`
      select channel, count(*) as n from messages
       where state in ('bounced', 'failed', 'expired') and settled_at >= ${since} group by channel`),
    db.rows<{ channel: string }>(sql`
      select distinct channel from messages where settled_at >= ${now.subtract(LATELY)} and settled_at <= ${now}
         and state in ('sent', 'delivered')`),
  ])
  const sends = new Set(sending.map(({ channel }) => channel))
  return ROADS.flatMap((channel) => {
    const waiting = queued.find((each) => each.channel === channel)
    const lost = failed.find((each) => each.channel === channel)
    if (!waiting && !lost && !sends.has(channel) && !ALWAYS.has(channel)) return []
    const none = { channel, due: 0, waits: 0, retrying: 0 }
    return [{ ...(waiting ?? none), failed: lost?.n ?? 0, sends: sends.has(channel) }]
  })
}

const ALWAYS: ReadonlySet<string> = new Set(['mail', 'sms'])

/** Changes whenever something on the screen may have: cheap enough to be asked every second. */
export const fingerprint = (db: Db, now: Temporal.Instant) =>
  db.row<{ print: string }>(sql`
    select concat_ws(' ',
             (select concat(tx, case_id, seq) from case_events order by case_events.tx desc, case_id desc, seq desc limit 1),
             (select concat(tx, case_id, seq) from feed_cursors where consumer = 'roll-ups'),
             (select concat(max(seen_at), max(acknowledged_at), max(over_at)) from surges where state <> 'over'
                 or over_at > ${now}::timestamptz - interval '1 day'),
             (select concat(count(*), max(attempts)) from messages where state = 'queued'),
             (select max(made_at) from expectations where day >= ${now}::timestamptz::date - 1)) as print`)
