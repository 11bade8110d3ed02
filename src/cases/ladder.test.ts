import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letTimeAct, replay } from '#cases'
import { type Db, sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'
import { find } from './store/cases.ts'
import { eventsOf } from './store/events.ts'

/** Lets so many days pass hour by hour, with a worker looking every hour. */
async function daysPass(country: Country, days: number) {
  for (let hour = 0; hour < days * 24; hour++) {
    country.clock.forward({ hours: 1 })
    while ((await letTimeAct(country.tools)) > 0);
  }
}

const rungs = async ({ db }: Country, id: string) =>
  (await eventsOf(db, id)).filter(({ step }) => step === 'escalate').map(({ facts }) => facts.rung)

async function replaysToItsRow({ db }: Country, id: string) {
  const row = await find(db, id)
  assert.ok(row)
  const { sector, onCall, parts, partsOpen, ...state } = row
  assert.deepEqual(
    JSON.parse(JSON.stringify(replay(await eventsOf(db, id)))),
    JSON.parse(JSON.stringify(state)),
  )
}

test('what an entity leaves lying climbs: first act, warning, head, minister, operations room, each once', async (t) => {
  const country = await aCountry(t)
  const { id } = await a.routed(country)
  await daysPass(country, 25)
  assert.deepEqual(await rungs(country, id), [
    'first-action/head',
    'reply/warning',
    'reply/head',
    'reply/minister',
    'reply/operations',
  ])
  await replaysToItsRow(country, id)
})

test('a first act in time spares the first rung, and an answer in time all of them', async (t) => {
  const country = await aCountry(t)
  const { liaison, reviewer, releaser } = country.people
  const taken = await a.through(country, await a.routed(country), [a.staff(liaison), 'take-up'])
  await daysPass(country, 3)
  assert.deepEqual(await rungs(country, taken.id), [])
  await a.through(
    country,
    taken,
    [a.staff(liaison), 'reply', a.A_REPLY],
    [a.staff(reviewer), 'verify'],
    [a.staff(releaser), 'release'],
  )
  await daysPass(country, 10)
  assert.deepEqual(await rungs(country, taken.id), [])
})

test('the most neglected cases climb too: unrouted, unverified, unreleased, and objections nobody reviews', async (t) => {
  const country = await aCountry(t)
  const unrouted = await a.submitted(country)
  const unverified = await a.replied(country)
  const unreleased = await a.verified(country)
  const objected = await a.through(country, await a.answered(country), [
    a.resident,
    'object',
    { reason: 'لا' },
  ])
  await daysPass(country, 12)
  assert.deepEqual(await rungs(country, unrouted.id), ['routing/warning', 'routing/operations'])
  assert.deepEqual(await rungs(country, unverified.id), ['verification/warning', 'verification/operations'])
  assert.deepEqual(await rungs(country, unreleased.id), ['release/warning', 'release/operations'])
  assert.deepEqual(await rungs(country, objected.id), [
    'objection-review/warning',
    'objection-review/operations',
  ])
  for (const { id } of [unrouted, unverified, unreleased, objected]) await replaysToItsRow(country, id)
})

test('a paused case does not climb; when the resident has answered it goes on with the time it had', async (t) => {
  const country = await aCountry(t)
  const asked = await a.through(country, await a.routed(country), [
    a.staff(country.people.liaison),
    'ask',
    { question: 'أين؟' },
  ])
  await daysPass(country, 9)
  assert.deepEqual(await rungs(country, asked.id), [])
  await a.through(country, asked, [a.resident, 'add', { text: 'هنا' }])
  await daysPass(country, 9)
  assert.deepEqual((await rungs(country, asked.id)).slice(0, 2), ['reply/warning', 'reply/head'])
  await replaysToItsRow(country, asked.id)
})

test('silence ends a question without an answer, and an answer nobody objects to closes', async (t) => {
  const country = await aCountry(t)
  const asked = await a.through(country, await a.routed(country), [
    a.staff(country.people.liaison),
    'ask',
    { question: 'أين؟' },
  ])
  const answered = await a.answered(country)
  await daysPass(country, 16)
  const [silent, closed] = [await find(country.db, asked.id), await find(country.db, answered.id)]
  assert.deepEqual([silent?.stage, silent?.outcome], ['closed', 'no-answer'])
  assert.deepEqual([closed?.stage, closed?.outcome], ['closed', 'solved'])
  const back = await a.through(country, asked, [a.resident, 'add', { text: 'كنت مسافرًا. أمام المدرسة.' }])
  assert.equal(back.stage, 'with-entity')
  await replaysToItsRow(country, asked.id)
})

test('however many workers look at once, each rung is climbed once', async (t) => {
  const country = await aCountry(t)
  const cases = await Promise.all(Array.from({ length: 12 }, () => a.submitted(country)))
  country.clock.forward({ days: 30 })
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      while ((await letTimeAct(country.tools, 3)) > 0);
    }),
  )
  while ((await letTimeAct(country.tools)) > 0);
  for (const { id } of cases)
    assert.deepEqual(await rungs(country, id), ['routing/warning', 'routing/operations'])
})

test('a worker that is killed in the middle leaves no rung half climbed', async (t) => {
  const country = await aCountry(t)
  const { id } = await a.submitted(country)
  country.clock.forward({ days: 30 })
  const broken = { ...country.tools, db: dyingAfter(country.tools.db, 1) }
  await assert.rejects(letTimeAct(broken))
  assert.deepEqual(await rungs(country, id), [])
  while ((await letTimeAct(country.tools)) > 0);
  assert.deepEqual(await rungs(country, id), ['routing/warning', 'routing/operations'])
})

/** A database whose connection breaks after so many statements of a transaction. */
function dyingAfter(db: Db, statements: number): Db {
  return {
    ...db,
    transaction: (work) =>
      db.transaction((tx) => {
        let left = statements
        const run: typeof tx.run = async (statement) => {
          if (left-- <= 0) throw new Error('connection lost')
          return tx.run(statement)
        }
        const rows: typeof tx.rows = async (statement) => {
          if (left-- <= 0) throw new Error('connection lost')
          return tx.rows(statement)
        }
        return work({ ...tx, run, rows })
      }),
  }
}

test('the ladder is data: a rung taken away is not climbed, and nobody waits for it', async (t) => {
  const country = await aCountry(t)
  const { id } = await a.submitted(country)
  await country.db.run(sql`update ladder_rungs set active = false where clock = 'routing'`)
  const book = { ...country.book, ladder: [] }
  country.clock.forward({ days: 30 })
  while ((await letTimeAct({ ...country.tools, book: async () => book })) > 0);
  assert.deepEqual(await rungs(country, id), [])
})
