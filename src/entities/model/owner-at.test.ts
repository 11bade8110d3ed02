import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCountry } from '../../../test/kit/country.ts'
import { ownerAt } from '../index.ts'

test('who is named after no part of the country answers everywhere', async (t) => {
  const { directory } = await aCountry(t)
  assert.equal(ownerAt(directory, 'potholes', null)?.id, 'works')
  assert.equal(ownerAt(directory, 'potholes', 'nowhere')?.id, 'works')
  assert.equal(ownerAt(directory, null, null), undefined)
})
