import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stoppedClock } from '#kernel'
import { sql } from '#platform'
import { freshDatabase } from '../../../test/kit/database.ts'
import { listPromises } from './list-promises.ts'
import { loadPromiseBook } from './load-promise-book.ts'
import { setPromise } from './set-promise.ts'

const officer = { id: '0198a1f0-0000-7000-8000-000000000001' }

test('a new promise ends the one before it, and the old one stays on record', async (t) => {
  const { db } = await freshDatabase(t)
  const clock = stoppedClock('2026-01-01T08:00:00Z')
  const tools = { db, clock }
  await setPromise(tools, { id: null }, { type: 'complaint', workingDays: 10 })
  const first = await loadPromiseBook(db)
  clock.forward({ days: 30 })
  await setPromise(tools, officer, { type: 'complaint', workingDays: 7, secondReviewShare: 20 })
  const now = await loadPromiseBook(db)
  assert.equal(first.promise({ type: 'complaint' }).workingDays, 10)
  const { workingDays, secondReviewShare, version } = now.promise({ type: 'complaint' })
  assert.deepEqual([workingDays, secondReviewShare, version], [7, 20, 2])
  assert.ok(now.configuration > first.configuration)
  const kept = await db.rows<{ days: number; ended: Temporal.Instant | null }>(
    sql`select working_days as days, valid_to as ended from promises order by version`,
  )
  assert.deepEqual(
    kept.map(({ days, ended }) => [days, ended?.toString()]),
    [
      [10, '2026-01-31T08:00:00Z'],
      [7, undefined],
    ],
  )
})

test('a promise for a category or an entity leaves the general one in force', async (t) => {
  const { db } = await freshDatabase(t)
  const tools = { db, clock: stoppedClock('2026-01-01T08:00:00Z') }
  await setPromise(tools, officer, { type: 'complaint', workingDays: 10 })
  await setPromise(tools, officer, { type: 'complaint', category: 'sewage', workingDays: 2 })
  await setPromise(tools, officer, { type: 'complaint', category: 'sewage', entity: 'works', workingDays: 1 })
  const book = await loadPromiseBook(db)
  const days = (about: object) => book.promise({ type: 'complaint', ...about }).workingDays
  assert.deepEqual(
    [days({}), days({ category: 'sewage' }), days({ category: 'sewage', entity: 'works' })],
    [10, 2, 1],
  )
  const listed = await listPromises(db)
  assert.deepEqual(
    listed.map(({ workingDays }) => workingDays),
    [10, 2, 1],
  )
  assert.equal(listed[0]?.createdBy, officer.id)
})

test('many who set one promise at once leave exactly one in force', async (t) => {
  const { db } = await freshDatabase(t)
  const tools = { db, clock: stoppedClock('2026-01-01T08:00:00Z') }
  const days = [3, 4, 5, 6, 7, 8]
  await Promise.all(days.map((workingDays) => setPromise(tools, officer, { type: 'praise', workingDays })))
  const listed = await listPromises(db)
  assert.deepEqual(
    listed.map(({ version }) => version),
    [6],
  )
})

test('a promise that cannot be kept or means nothing is refused', async (t) => {
  const { db } = await freshDatabase(t)
  const tools = { db, clock: stoppedClock('2026-01-01T08:00:00Z') }
  for (const workingDays of [0, 261, 2.5, Number.NaN]) {
    const outcome = await setPromise(tools, officer, { type: 'complaint', workingDays })
    assert.equal(!outcome.ok && outcome.reason, 'promise-days-out-of-range')
  }
  const outcome = await setPromise(tools, officer, {
    type: 'complaint',
    workingDays: 5,
    secondReviewShare: 101,
  })
  assert.equal(!outcome.ok && outcome.reason, 'promise-share-out-of-range')
  assert.deepEqual(await listPromises(db), [])
})

test('an empty installation knows no calendar and says which one was asked for', async (t) => {
  const { db } = await freshDatabase(t)
  const book = await loadPromiseBook(db)
  assert.throws(() => book.calendar('ministries'), /no calendar ministries/)
})
