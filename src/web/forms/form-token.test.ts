import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkFormToken, formToken } from './form-token.ts'

const now = Temporal.Instant.from('2026-10-01T09:00:00Z')
const later = (hours: number) => now.add({ minutes: Math.round(hours * 60) })
const token = formToken('secret', 'visitor', now)
const said = (given: string, holder = 'visitor', at = now, secret = 'secret') => {
  const result = checkFormToken(secret, holder, given, at)
  return result.ok ? 'good' : result.reason
}

test('a form may be sent for a day', () => {
  assert.equal(said(token), 'good')
  assert.equal(said(token, 'visitor', later(23.9)), 'good')
  assert.equal(said(token, 'visitor', later(24)), 'form-expired')
})

test('a clock that is a little behind does not matter, one that is far behind does', () => {
  assert.equal(said(token, 'visitor', now.subtract({ seconds: 59 })), 'good')
  assert.equal(said(token, 'visitor', now.subtract({ minutes: 5 })), 'form-expired')
})

test("another visitor's form, and another service's, is not ours", () => {
  assert.equal(said(token, 'other'), 'form-not-ours')
  assert.equal(said(token, 'visitor', now, 'other'), 'form-not-ours')
})

test('no part of a token can be changed', () => {
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (place, letter) => {
      const forged = token.slice(0, place) + letter + token.slice(place + 1)
      // The last letter carries two bits that no byte needs.
      if (forged !== token && place < token.length - 1) assert.notEqual(said(forged), 'good')
    }),
  )
})

test('what is no token is no token', () => {
  for (const given of ['', '.', 'x', token.slice(1), `${token}=`, `${token}\n`, 'é'.repeat(50), '\u0000']) {
    assert.notEqual(said(given), 'good', JSON.stringify(given))
  }
})
