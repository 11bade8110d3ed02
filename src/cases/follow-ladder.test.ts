import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { followLadder, letTimeAct } from '#cases'
import { sql } from '#platform'
import { loadPromiseBook, type RungChange, saveRung } from '#promises'
import { aCountry, type Country } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'

/** The country after an administrator changed its ladder, seen by a process that has noticed. */
async function changed(country: Country, change: RungChange): Promise<Country> {
  a.granted(await saveRung(country.tools, country.people.admin, change))
  const book = await loadPromiseBook(country.db)
  return { ...country, book, tools: { ...country.tools, book: async () => book } }
}

const nextAct = async ({ db }: Country, id: string) =>
  (
    await db.row<{ at: Temporal.Instant | null }>(sql`select next_act_at as at from cases where id = ${id}`)
  )?.at
    ?.toZonedDateTimeISO('Asia/Bahrain')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

const rungs = ({ db }: Country) =>
  db.rows<{ rung: string; reference: string }>(sql`
    select facts ->> 'rung' as rung, case_id as reference from case_events where step = 'escalate' order by tx, seq`)

const EARLY = { clock: 'routing', at: { percent: 20 }, tells: ['reviewer'], active: true }

test('a rung that is added reaches cases that are open already, and none of them has an event for it', async (t) => {
  const country = await aCountry(t)
  const { id } = await a.submitted(country)
  const before = await nextAct(country, id)
  const after = await changed(country, EARLY)
  assert.equal(await followLadder(after.tools, 0), 1)
  assert.notEqual(await nextAct(country, id), before)
  assert.equal(await followLadder(after.tools, 0), undefined, 'twice is as good as once')
  assert.equal((await country.db.row<{ n: number }>(sql`select count(*) as n from case_events`))?.n, 1)
})

test('a rung that is switched off is waited for no longer', async (t) => {
  const country = await aCountry(t)
  const { id } = await a.submitted(country)
  const off = { ...EARLY, id: 'routing/warning', active: false, at: { percent: 80 } }
  const after = await changed(country, off)
  await followLadder(after.tools, 0)
  assert.equal(await nextAct(country, id), '2026-10-04T14:15', 'the date itself is next')
})

test('who has climbed a rung does not climb it again when it is moved', async (t) => {
  const country = await aCountry(t)
  await a.submitted(country)
  country.clock.forward({ days: 3, hours: 12 })
  while ((await letTimeAct(country.tools)) > 0);
  const climbed = await rungs(country)
  const after = await changed(country, {
    ...EARLY,
    id: 'routing/operations',
    at: { workingDaysLate: 1 },
    tells: ['head'],
  })
  await followLadder(after.tools, 0)
  country.clock.forward({ days: 30 })
  while ((await letTimeAct(after.tools)) > 0);
  assert.deepEqual(
    climbed.map(({ rung }) => rung),
    ['routing/warning', 'routing/operations'],
  )
  assert.deepEqual(await rungs(country), climbed)
})

test('a process that has not noticed the change yet does not set cases by the old ladder', async (t) => {
  const country = await aCountry(t)
  await a.submitted(country)
  const after = await changed(country, EARLY)
  assert.equal(await followLadder(country.tools, 0), undefined)
  assert.equal(await followLadder(after.tools), undefined, 'nor before every other process can have noticed')
  assert.equal(await followLadder(after.tools, 0), 1)
})

test('however the ladder changes and time passes: nobody is told twice, and after a sweep no next act lies in the past', async (t) => {
  const country = await aCountry(t)
  await a.submitted(country)
  await a.routed(country)
  await a.replied(country)
  await a.through(country, await a.answered(country), [a.resident, 'object', { reason: 'لا' }])
  const change = fc.record({
    clock: fc.constantFrom('routing', 'reply', 'verification', 'objection-review'),
    at: fc.oneof(
      fc.record({ percent: fc.integer({ min: 1, max: 99 }) }),
      fc.record({ workingDaysLate: fc.integer({ min: 0, max: 8 }) }),
    ),
    tells: fc.constant(['operator']),
    active: fc.boolean(),
  })
  const days = fc.integer({ min: 0, max: 4 })
  let now = country
  for (const [rung, passing] of fc.sample(fc.tuple(change, days), 25)) {
    if ((await saveRung(country.tools, country.people.admin, rung)).ok) {
      const book = await loadPromiseBook(country.db)
      now = { ...country, book, tools: { ...country.tools, book: async () => book } }
      await followLadder(now.tools, 0)
    }
    country.clock.forward({ hours: passing * 24 + 5 })
    while ((await letTimeAct(now.tools)) > 0);
    const past = await country.db.rows(sql`
      select id from cases where next_act_at <= ${country.clock.now()}`)
    assert.deepEqual(past, [])
  }
  const climbed = (await rungs(country)).map(({ rung, reference }) => `${reference} ${rung}`)
  assert.ok(climbed.length > 5)
  assert.equal(new Set(climbed).size, climbed.length)
})
