import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitting } from './ranking.ts'

const passport = { category: 'passports', score: 0.56 }
const howLong = { category: null, score: 0.41 }

test('an article about another subject than the question’s answers nothing, however alike the words', () => {
  assert.deepEqual(fitting([passport], [{ label: 'driving-licences', confidence: 0.8 }]), [])
  assert.deepEqual(
    fitting(
      [passport],
      [
        { label: 'identity-cards', confidence: 0.5 },
        { label: 'passports', confidence: 0.3 },
      ],
    ),
    [passport],
  )
  assert.deepEqual(fitting([passport], [{ label: 'driving-licences', confidence: 0.2 }]), [passport])
})

test('an article about the service itself is offered where more than one little word fits', () => {
  assert.deepEqual(fitting([howLong], []), [])
  assert.deepEqual(fitting([{ ...howLong, score: 0.5 }], []), [{ ...howLong, score: 0.5 }])
})
