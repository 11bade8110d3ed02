import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CLIMBING, ladderChanges, listLadder, loadPromiseBook, readRung, saveRung, TELLABLE } from '#promises'
import { aCountry } from '../../../test/kit/country.ts'

const rung = { clock: 'reply', at: { workingDaysLate: 3 }, tells: ['minister'], active: true }

test('a rung that is added stands on the ladder at once, under its own clock, with who added it', async (t) => {
  const { tools, people, db } = await aCountry(t)
  const { configuration } = await loadPromiseBook(db)
  const saved = await saveRung(tools, people.admin, rung)
  assert.deepEqual(saved, { ok: true, value: { id: 'reply/late-3' } })
  const book = await loadPromiseBook(db)
  assert.ok(book.configuration > configuration)
  assert.deepEqual(
    book.ladder.find(({ id }) => id === 'reply/late-3'),
    { id: 'reply/late-3', clock: 'reply', at: { workingDaysLate: 3 }, tells: ['minister'] },
  )
  const [change] = await ladderChanges(db)
  assert.deepEqual([change?.id, change?.changedBy, change?.active], ['reply/late-3', people.admin.id, true])
})

test('a rung that is switched off is on no ladder, stays in the list, and can come back', async (t) => {
  const { tools, people, db } = await aCountry(t)
  const head = { ...rung, id: 'reply/head', at: { workingDaysLate: 0 }, tells: ['head'] }
  await saveRung(tools, people.admin, { ...head, active: false })
  assert.ok(!(await loadPromiseBook(db)).ladder.some(({ id }) => id === 'reply/head'))
  assert.equal((await listLadder(db)).find(({ id }) => id === 'reply/head')?.active, false)
  await saveRung(tools, people.admin, { ...head, active: true })
  assert.ok((await loadPromiseBook(db)).ladder.some(({ id }) => id === 'reply/head'))
  assert.equal((await ladderChanges(db)).length, 2)
})

test('a rung stays on its clock, whatever is asked: cases remember what they climbed by its id', async (t) => {
  const { tools, people, db } = await aCountry(t)
  await saveRung(tools, people.admin, { ...rung, id: 'reply/minister', clock: 'routing' })
  const kept = (await listLadder(db)).find(({ id }) => id === 'reply/minister')
  assert.deepEqual([kept?.clock, kept?.at], ['reply', { workingDaysLate: 3 }])
})

test('two rungs at one moment of one clock would be one: refused, unless the other is switched off', async (t) => {
  const { tools, people } = await aCountry(t)
  const minister = { ...rung, at: { workingDaysLate: 2 } }
  assert.equal((await saveRung(tools, people.admin, minister)).ok, false)
  await saveRung(tools, people.admin, { ...minister, id: 'reply/minister', active: false })
  const again = await saveRung(tools, people.admin, minister)
  assert.deepEqual(again, { ok: true, value: { id: 'reply/late-2' } })
})

test('a rung that nobody knows is not changed', async (t) => {
  const { tools, people } = await aCountry(t)
  const refused = await saveRung(tools, people.admin, { ...rung, id: 'reply/moon' })
  assert.equal(!refused.ok && refused.reason, 'rung-unknown')
})

test('whatever is written, a rung that is taken has a moment, somebody to tell, and a clock that climbs', () => {
  const anything = fc.record({
    clock: fc.oneof(fc.constantFrom(...CLIMBING), fc.string()),
    at: fc.oneof(
      fc.record({ percent: fc.oneof(fc.integer(), fc.constant(Number.NaN), fc.double()) }),
      fc.record({ workingDaysLate: fc.oneof(fc.integer({ min: -5, max: 100 }), fc.constant(Number.NaN)) }),
    ),
    tells: fc.array(fc.oneof(fc.constantFrom(...TELLABLE), fc.string())),
  })
  fc.assert(
    fc.property(anything, (written) => {
      const read = readRung(written, [])
      if (!read.ok) return
      const { clock, at, tells } = read.value
      assert.ok(CLIMBING.includes(clock))
      assert.ok(tells.length > 0 && tells.every((role) => (TELLABLE as readonly string[]).includes(role)))
      if ('share' in at) assert.ok(at.share > 0 && at.share < 1)
      else assert.ok(Number.isInteger(at.workingDaysLate) && at.workingDaysLate >= 0)
    }),
  )
})
