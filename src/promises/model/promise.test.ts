import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type PromiseRule, promiseFor, type RequestType } from './promise.ts'
import { promiseBook } from './promise-book.ts'

const rule = (workingDays: number, about: Partial<PromiseRule> = {}): PromiseRule => ({
  id: `${workingDays}`,
  type: 'complaint',
  workingDays,
  secondReviewShare: 100,
  version: 1,
  ...about,
})
const rules = [
  rule(10),
  rule(8, { entity: 'works' }),
  rule(5, { category: 'sewage' }),
  rule(1, { category: 'sewage', entity: 'works' }),
  rule(3, { type: 'inquiry' }),
]
const days = (about: { category?: string; entity?: string }) =>
  promiseFor(rules, { type: 'complaint', ...about })?.workingDays

test('the most specific promise holds: category at entity, category, entity, type', () => {
  assert.equal(days({ category: 'sewage', entity: 'works' }), 1)
  assert.equal(days({ category: 'sewage', entity: 'water' }), 5)
  assert.equal(days({ category: 'roads', entity: 'works' }), 8)
  assert.equal(days({ category: 'roads', entity: 'water' }), 10)
  assert.equal(days({}), 10)
})

test('before routing, when the category is only guessed, the category alone decides', () => {
  assert.equal(promiseFor(rules, { type: 'complaint', category: 'sewage', entity: null })?.workingDays, 5)
})

test('one type never answers for another', () => {
  const type = fc.constantFrom<RequestType>('inquiry', 'complaint', 'suggestion', 'praise', 'violation')
  fc.assert(
    fc.property(type, fc.constantFrom('sewage', 'roads', undefined), (asked, category) => {
      assert.ok([asked, undefined].includes(promiseFor(rules, { type: asked, category })?.type))
    }),
  )
})

test('nobody submits without being told a date, even before an administrator wrote any promise', () => {
  const book = promiseBook({ configuration: 1, calendars: [], rules: [] })
  for (const type of ['inquiry', 'complaint', 'suggestion', 'praise', 'violation'] as const) {
    const owed = book.promise({ type })
    assert.deepEqual([owed.workingDays > 0, owed.version, owed.secondReviewShare], [true, 0, 100])
  }
})
