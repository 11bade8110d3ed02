import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stoppedClock } from '#kernel'
import { sql } from '#platform'
import { freshDatabase } from '../../../test/kit/database.ts'
import { aDemonstration } from '../../../test/kit/demonstration.ts'
import { arriveAtNow } from './pass-time.ts'
import { seedProblems } from './problems.ts'
import { seedSituations } from './situations.ts'

const NOW = Temporal.Instant.from('2026-11-22T10:20:30Z')

test('a demonstration’s past happened then: each rung at its own moment, told at that moment, and long since read', async (t) => {
  const { db } = await freshDatabase(t)
  const tools = await aDemonstration(db, 'jordan', stoppedClock(NOW))
  await seedProblems(tools, 'jordan')
  await seedSituations(tools, 'jordan')
  await arriveAtNow(tools, 'jordan')
  // Another test's transaction on the same server may hold the feed back for a moment.
  while (
    await db.row(sql`
    select 1 as left from case_events e, feed_cursors c
     where c.consumer = 'messages' and (e.tx, e.case_id, e.seq) > (c.tx, c.case_id, c.seq) limit 1`)
  )
    await arriveAtNow(tools, 'jordan')

  const due = await db.row<{ n: number }>(sql`
    select count(*)::int as n from cases where next_act_at <= ${NOW}`)
  assert.equal(due?.n, 0, 'nothing waits for the first start')
  const rungs = await db.row<{ n: number; now: number; moments: number }>(sql`
    select count(*)::int as n, count(*) filter (where at >= ${NOW})::int as now, count(distinct at)::int as moments
      from case_events where step = 'escalate'`)
  assert.ok(rungs && rungs.n > 20 && rungs.now === 0 && rungs.moments > rungs.n / 4, JSON.stringify(rungs))
  const disorder = await db.rows(sql`
    select case_id from case_events e join case_events f using (case_id)
     where e.seq < f.seq and e.at > f.at`)
  assert.deepEqual(disorder, [], 'no history goes back in time')

  const notices = await db.row<{ n: number; other: number; unread: number; old: number }>(sql`
    select count(*)::int as n, count(*) filter (where n.at < e.at or n.at > e.at + interval '60 days')::int as other,
           count(*) filter (where n.read_at is null)::int as unread,
           count(*) filter (where n.read_at is null and n.at < ${NOW.subtract({ hours: 48 })})::int as old
      from notices n join case_events e on starts_with(n.effect, e.case_id || ':' || e.seq || ':')
     where n.at <= ${NOW}`)
  assert.ok(notices && notices.n > 100 && notices.unread > 0, JSON.stringify(notices))
  assert.deepEqual([notices.other, notices.old], [0, 0])
})
