import { sql } from '#platform'
import type { MailServer } from '../../src/messages/servers.examples.ts'
import { type Place, until } from './place.ts'

/** Waits until the feed is read to its end, time has done what is due, and no mail waits that could go. */
export async function untilQuiet(place: Place, seconds = 120): Promise<void> {
  await until('quiet', async () => (await place.rows<{ busy: boolean }>(BUSY))[0]?.busy === false, seconds)
}

const BUSY = sql`
  with moment as (select now() + make_interval(secs => ahead_ms / 1000.0) as now from demonstration_clock)
  select exists (select from case_events e, feed_cursors c
                  where c.consumer = 'messages' and (e.tx, e.case_id, e.seq) > (c.tx, c.case_id, c.seq))
      or exists (select from cases, moment where next_act_at <= moment.now)
      or exists (select from messages, moment where state = 'queued' and channel = 'mail'
                    and ready_at <= moment.now) as busy`

/** No worker lives: what those that were killed held is free after five minutes by the database's clock, or now. */
export const letLeasesEnd = ({ rows }: Place) =>
  rows(sql`update messages set leased_until = clock_timestamp() where leased_until is not null`)

/**
 * The mails of the outbox against those that the mail server took: each of the first must be among the second, once.
 *
 * A worker killed between the server's yes and its own note of it sends the mail again under the same Message-ID,
 * and the outbox has counted that it was not sure: such repetitions are told apart.
 */
export async function balancePost({ rows }: Place, server: Pick<MailServer, 'taken'>) {
  const stored = await rows<{ id: string; sent: boolean; unsure: number }>(sql`
    select id, state = 'sent' as sent, unsure from messages where channel = 'mail'
       and case_id in (select id from cases where channel = 'api')`)
  const times = new Map<string, number>()
  for (const { messageId } of server.taken) {
    const id = messageId.slice(1, 37)
    times.set(id, (times.get(id) ?? 0) + 1)
  }
  const repeated = stored.map(({ id, unsure }) => ({ more: (times.get(id) ?? 0) - 1, unsure }))
  return {
    mails: stored.length,
    lost: stored.filter(({ id, sent }) => !sent || !times.has(id)).length,
    doubled: repeated.filter(({ more, unsure }) => more > unsure).length,
    announced: repeated.filter(({ more, unsure }) => more > 0 && more <= unsure).length,
    // Every case tells its resident that it arrived.
    untold: (
      await rows(sql`
        select from cases c where channel = 'api' and not exists (
          select from messages m where m.case_id = c.id and m.kind = 'submitted' and m.channel = 'mail')`)
    ).length,
  }
}

/**
 * The rungs of the ladder, long after every date: whoever waits on a clock has climbed each of its rungs, and nobody
 * has climbed one twice.
 */
export async function balanceLadder({ rows }: Place) {
  const climbs = await rows<{ times: number }>(sql`
    select count(*) as times from case_events e join cases c on c.id = e.case_id
     where e.step = 'escalate' and c.channel = 'api' group by e.case_id, e.facts ->> 'rung'`)
  const missing = await rows(sql`
    select from cases c join ladder_rungs r on r.active
       and r.clock = any (case c.stage when 'received' then array['routing']
                                       when 'with-entity' then array['first-action', 'reply'] end)
     where c.channel = 'api' and not exists (
       select from case_events e where e.case_id = c.id and e.step = 'escalate' and e.facts ->> 'rung' = r.id)`)
  return {
    rungs: climbs.length,
    missing: missing.length,
    doubled: climbs.filter(({ times }) => times > 1).length,
  }
}
