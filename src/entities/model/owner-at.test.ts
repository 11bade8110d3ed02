import assert from 'node:assert/strict'
import { test } from 'node:test'
import { municipal } from '../../../test/kit/municipal.ts'
import { ownerAt } from './owner-at.ts'

const owner = (category: string, place: string | null) => ownerAt(municipal, category, place)?.id

test('who is named after no part of the country answers everywhere', () => {
  for (const place of [null, 'nowhere', 'zarqa', 'irbid']) assert.equal(owner('permits', place), 'ministry')
  assert.equal(ownerAt(municipal, null, null), undefined)
})

test('without a place the usual entity answers', () => {
  assert.equal(owner('waste', null), 'amman')
})

test('in another part of the country its own entity of that sector answers, also for its towns', () => {
  assert.equal(owner('waste', 'zarqa'), 'zarqa')
  assert.equal(owner('waste', 'rusaifa'), 'zarqa')
})

test('where no entity of that part is known, or it is closed, a person must say who it is', () => {
  assert.equal(owner('waste', 'irbid'), undefined)
  assert.equal(owner('waste', 'karak'), undefined)
})
