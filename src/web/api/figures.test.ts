import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reconcile } from '#insight'
import { newId } from '#kernel'
import { type Db, sql } from '#platform'
import { aProgram } from '../../../test/kit/program.ts'

/** A case of an older system, as an import leaves it; hours count from its receipt. */
async function imported(
  db: Db,
  given: { entity?: string; at: string; due: number; answered?: number; closed?: number; outcome?: string },
) {
  const at = Temporal.Instant.from(given.at)
  const after = (hours?: number) => (hours === undefined ? null : at.add({ hours }))
  const done = given.answered ?? given.closed
  const [id, reference] = [newId(), newId().slice(-11)]
  await db.run(sql`
    insert into cases (id, reference, type, stage, subject, category_id, entity_id, channel, language, received_at,
                       answer_by, answered_at, closed_at, outcome, clock, clock_due, seq, source, source_id)
    values (${id}, ${reference}, 'complaint', ${done === undefined ? 'received' : 'closed'}, 'x', 'potholes',
            ${given.entity ?? null}, 'import', 'en', ${at}, ${after(given.due)}, ${after(given.answered)},
            ${after(done)}, ${given.outcome ?? null}, ${done === undefined ? 'routing' : null},
            ${done === undefined ? after(given.due) : null}, 1, 'old', ${id})`)
  await db.run(sql`
    insert into case_events (case_id, seq, step, at, role, facts)
    values (${id}, 1, 'submit', ${at}, 'resident', '{"source": "old"}')`)
}

async function aHistory(t: Parameters<typeof aProgram>[0]) {
  const program = await aProgram(t)
  const { db } = program.country
  await imported(db, { entity: 'works', at: '2025-01-31T20:30:00Z', due: 48, answered: 10 })
  await imported(db, { entity: 'works', at: '2025-01-31T21:30:00Z', due: 48, answered: 50 })
  await imported(db, { entity: 'works', at: '2025-02-10T09:00:00Z', due: 48, answered: 20 })
  await imported(db, { entity: 'works', at: '2025-02-11T09:00:00Z', due: 24 })
  await imported(db, { at: '2025-03-01T09:00:00Z', due: 24, closed: 30, outcome: 'withdrawn' })
  assert.equal((await reconcile(program.tools)).differing, 0)
  const token = await program.tokenOf('analyst')
  const ask = async (query: string) => (await program.get(`/indicators?${query}`, token)).body
  return { program, ask }
}

test('figures say how many, of what, and how long', async (t) => {
  const { ask } = await aHistory(t)
  const { rows, asOf } = await ask('entity=works')
  assert.equal(asOf, '2026-10-01T10:00:00+03:00')
  const [row] = rows
  assert.deepEqual(
    [row.key, row.received, row.answered, row.closed, row.open, row.overdue, row.onTime, row.onTimeRate],
    ['all', 4, 3, 3, 1, 1, 2, 0.6667],
  )
  assert.deepEqual([row.medianHours, row.p90Hours], [20, 44])
})

test('as things stood: what was answered later was open then', async (t) => {
  const { ask } = await aHistory(t)
  const at = async (asOf: string) => (await ask(`entity=works&asOf=${asOf}`)).rows[0]
  const early = await at('2025-02-01T12:00:00Z')
  assert.deepEqual([early.received, early.answered, early.open, early.overdue], [2, 1, 1, 0])
  const later = await at('2025-02-02T22:00:00Z')
  assert.deepEqual([later.received, later.answered, later.open, later.overdue], [2, 1, 1, 1])
  const day = await at('2025-02-12')
  assert.deepEqual([day.received, day.answered, day.open, day.overdue], [4, 3, 1, 0])
})

test('a month begins at its midnight in the country, and the last day is not in it', async (t) => {
  const { ask } = await aHistory(t)
  const months = (await ask('by=month')).rows
  assert.deepEqual(
    months.map(({ key, received }: { key: string; received: number }) => [key, received]),
    // 21:30 UTC on 31 January is half past midnight in Bahrain.
    [
      ['2025-01', 1],
      ['2025-02', 3],
      ['2025-03', 1],
    ],
  )
  assert.equal((await ask('from=2025-02-01&to=2025-03-01')).rows[0].received, 3)
  assert.equal((await ask('by=year')).rows[0].key, '2025')
})

test('rows are named, and cases without an entity have a row of their own', async (t) => {
  const { ask } = await aHistory(t)
  const { rows } = await ask('by=entity')
  assert.deepEqual(
    rows.map(({ key, name, received }: { key: string; name: { en: string } | null; received: number }) => [
      key,
      name?.en,
      received,
    ]),
    [
      ['works', 'Ministry of Works', 4],
      [null, undefined, 1],
    ],
  )
  for (const by of ['category', 'type', 'channel', 'place'])
    assert.equal((await ask(`by=${by}`)).rows.length, 1)
})

test('in older records the closing stands for the answer, and a withdrawn case is never an answer in time', async (t) => {
  const { ask } = await aHistory(t)
  const [row] = (await ask('source=old&from=2025-03-01')).rows
  assert.deepEqual([row.received, row.closed, row.withdrawn], [1, 1, 1])
  assert.deepEqual([row.answered, row.onTime, row.onTimeRate, row.medianHours], [0, 0, null, null])
  assert.deepEqual((await ask('source=other')).rows[0].received, 0)
  assert.deepEqual((await ask('source=other&by=entity')).rows, [])
})

test('questions that make no sense are refused by name', async (t) => {
  const { ask } = await aHistory(t)
  const dates = [
    'yesterday',
    '2025-02-30',
    '0000-01-01',
    '+275760-09-13',
    '2025-01-01T25:00Z',
    '2025-01-01 00:00',
    'null',
  ]
  for (const from of dates)
    assert.equal((await ask(`from=${encodeURIComponent(from)}`)).errors.from.reason, 'not-a-date', from)
  assert.equal((await ask('by=colour')).errors.by.reason, 'choose-one')
  assert.equal((await ask('month=1')).errors.month.reason, 'unknown-field')
  assert.equal((await ask('from=2025-02-01&to=2025-01-01')).errors.from.reason, 'later-than-end')
  assert.equal((await ask(`entity=${encodeURIComponent("' or 1=1 --")}`)).rows[0].received, 0)
})
