import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkDigit, formatReference, newReference, parseReference } from './reference.ts'

const reference = fc.nat(99_999_999).map((random) => newReference(2026, () => random))

test('a number carries its year, eight random digits and a check digit', () => {
  assert.match(newReference(2026), /^26\d{9}$/)
})

test('the check digit follows ISO/IEC 7064 MOD 11,10', () => {
  assert.equal(checkDigit('0794'), '5') // the standard's own worked example
})

test('a number is understood however it is typed', () => {
  fc.assert(
    fc.property(reference, (number) => {
      const arabic = number.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')
      assert.equal(parseReference(formatReference(number)), number)
      assert.equal(parseReference(` ${arabic} `), number)
    }),
  )
})

test('one wrong digit is always noticed', () => {
  fc.assert(
    fc.property(reference, fc.nat(10), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
      const wrong = String((Number(number[place]) + shift) % 10)
      assert.equal(parseReference(number.slice(0, place) + wrong + number.slice(place + 1)), undefined)
    }),
  )
})

test('what is not a number is no number', () => {
  for (const typed of ['', '26', 'abc', '2648319027499', '26-4831-9027-x', '\u0000']) {
    assert.equal(parseReference(typed), undefined)
  }
})
