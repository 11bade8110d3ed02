import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { keyFor, seal, unseal } from './seal.ts'

const key = keyFor(randomBytes(32), 'test')

test('what is sealed opens for its owner, and for nobody else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = seal(key, 'huda', text)
      assert.equal(unseal(key, 'huda', sealed), text)
      assert.equal(unseal(key, 'salem', sealed), undefined)
      assert.equal(unseal(keyFor(randomBytes(32), 'test'), 'huda', sealed), undefined)
    }),
  )
})

test('a seal that was touched does not open', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const sealed = seal(key, 'huda', 'SAWTDEMO')
      const at = place % sealed.length
      sealed[at] = (sealed[at] ?? 0) ^ change
      assert.equal(unseal(key, 'huda', sealed), undefined)
    }),
  )
  assert.equal(unseal(key, 'huda', Buffer.alloc(3)), undefined)
})

test('keys of different uses have nothing in common', () => {
  const secret = randomBytes(32)
  assert.notDeepEqual(keyFor(secret, 'totp'), keyFor(secret, 'sign-in code'))
})
