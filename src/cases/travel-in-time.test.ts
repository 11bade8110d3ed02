import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstrationClock, travelInTime } from '#cases'
import { openLog, sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'

const travellers = ({ tools, clock, db }: Country) => ({
  ...tools,
  clock: demonstrationClock(db, clock),
  log: openLog('silent'),
  gateways: { demonstration: true },
  secret: Buffer.alloc(32, 7),
})

const happened = ({ db }: Country) =>
  db.rows<{ at: string; what: string }>(sql`
    select to_char(at at time zone 'Asia/Bahrain', 'YYYY-MM-DD HH24:MI') as at,
           coalesce(facts ->> 'rung', step) as what
      from case_events where role = 'system' order by tx, seq`)

test('a journey of three weeks lets every rung be climbed at its own moment, not at the end', async (t) => {
  const country = await aCountry(t)
  await a.routed(country)
  const tools = travellers(country)
  await travelInTime(tools, tools.clock.now().add({ hours: 21 * 24 }))
  assert.deepEqual(
    (await happened(country)).map(({ at, what }) => `${at} ${what}`),
    [
      '2026-10-05 10:00 first-action/head',
      '2026-10-07 13:24 reply/warning',
      '2026-10-08 14:15 reply/head',
      '2026-10-12 14:15 reply/minister',
      '2026-10-15 14:15 reply/operations',
    ],
  )
})

test('what is due on the way is told on the way: messages lie in the outbox in the order of what caused them', async (t) => {
  const country = await aCountry(t)
  await a.routed(country)
  await a.submitted(country)
  const tools = travellers(country)
  await travelInTime(tools, tools.clock.now().add({ hours: 14 * 24 }))
  const late = await country.db.row<{ late: number; all: number }>(sql`
    select count(*) filter (where n.at > e.at + interval '1 minute' or n.at < e.at) as late, count(*) as all
      from notices n join case_events e on starts_with(n.effect, e.case_id || ':' || e.seq || ':')
     where e.step = 'escalate'`)
  assert.equal(late?.late, 0)
  assert.ok((late?.all ?? 0) >= 5)
  const digests = await country.db.rows<{ day: string }>(sql`
    select distinct facts ->> 'day' as day from messages where kind = 'digest' order by 1`)
  assert.ok(digests.length >= 5, 'a digest a day, not one for the whole journey')
})

test('two journeys at once climb every rung once, and tell nobody twice', async (t) => {
  const country = await aCountry(t)
  for (let each = 0; each < 4; each++) await a.routed(country)
  const travel = () => {
    const tools = travellers(country)
    return travelInTime(tools, tools.clock.now().add({ hours: 25 * 24 }))
  }
  await Promise.all([travel(), travel()])
  const climbed = await happened(country)
  assert.equal(climbed.length, 4 * 5)
  const doubled = await country.db.rows(sql`
    select staff_id, case_id, effect from notices group by 1, 2, 3 having count(*) > 1`)
  assert.deepEqual(doubled, [])
})

test('the clock of one process is the clock of all, within a second, and never goes back', async (t) => {
  const { db, clock } = await aCountry(t)
  const [here, there] = [demonstrationClock(db, clock), demonstrationClock(db, clock)]
  await there.refresh()
  await here.setTo(clock.now().add({ hours: 30 }))
  await here.setTo(clock.now().add({ hours: 2 }))
  assert.equal(here.ahead().total('hours'), 30)
  await new Promise((done) => setTimeout(done, 1010))
  await there.refresh()
  assert.ok(there.now().equals(here.now()))
  clock.forward({ hours: 1 })
  assert.equal(there.now().since(clock.now()).total('hours'), 30, 'the wall goes on below it')
})

test('a process that is killed on the way leaves the clock where it was, and the rest still ahead', async (t) => {
  const country = await aCountry(t)
  await a.routed(country)
  const tools = travellers(country)
  const end = tools.clock.now().add({ hours: 21 * 24 })
  let stops = 0
  const killed = {
    ...tools,
    book: () => {
      if (++stops > 4) throw new Error('killed')
      return tools.book()
    },
  }
  await assert.rejects(travelInTime(killed, end))
  assert.ok(Temporal.Instant.compare(tools.clock.now(), end) < 0)
  const again = travellers(country)
  await again.clock.refresh()
  await travelInTime(again, end)
  assert.equal((await happened(country)).length, 5)
})
