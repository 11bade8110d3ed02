import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCountry } from '../../../test/kit/country.ts'
import { endPromise } from './end-promise.ts'
import { listPromises, promiseHistory } from './list-promises.ts'
import { loadPromiseBook } from './load-promise-book.ts'
import { setPromise } from './set-promise.ts'

test('when an exception ends the general promise holds again, and history says who ended it', async (t) => {
  const { db, clock, people } = await aCountry(t)
  const by = { id: people.admin.id }
  const potholes = (await listPromises(db)).find(({ category }) => category === 'potholes')
  assert.ok(potholes)
  assert.ok((await endPromise({ db, clock }, by, potholes.id)).ok)
  const book = await loadPromiseBook(db)
  assert.equal(book.promise({ type: 'complaint', category: 'potholes' }).workingDays, 10)
  const past = (await promiseHistory(db)).find(({ id }) => id === potholes.id)
  assert.deepEqual([past?.endedBy, past?.validTo?.toString()], [people.admin.id, clock.now().toString()])
})

test('what a type promises to everybody is changed, never ended', async (t) => {
  const { db, clock, people } = await aCountry(t)
  const by = { id: people.admin.id }
  const general = (await listPromises(db)).find(({ type, category }) => type === 'complaint' && !category)
  for (const id of [general?.id ?? '', 'x'])
    assert.deepEqual(await endPromise({ db, clock }, by, id), {
      ok: false,
      reason: 'promise-not-an-exception',
    })
})

test('an exception that comes back counts its versions on', async (t) => {
  const { db, clock, people } = await aCountry(t)
  const by = { id: people.admin.id }
  const wanted = { type: 'complaint', category: 'potholes', workingDays: 4 } as const
  const set = async () => {
    const made = await setPromise({ db, clock }, by, wanted)
    assert.ok(made.ok)
    return made.value
  }
  const second = await set()
  assert.equal(second.version, 2)
  assert.ok((await endPromise({ db, clock }, by, second.id)).ok)
  assert.equal((await set()).version, 3)
})
