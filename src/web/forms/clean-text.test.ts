import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { cleanText, withoutControls } from './clean-text.ts'
import { HARMLESS, NASTY } from './nasty-texts.ts'

const cleaned = (text: string) => {
  const result = cleanText(text)
  return result.ok ? result.value : result.reason
}

describe('what people write is kept to the letter', () => {
  for (const [what, text] of Object.entries(HARMLESS)) {
    test(what, () => assert.equal(cleaned(text), text))
  }
})

describe('what cannot be kept is refused, with its reason', () => {
  for (const [what, [text, reason]] of Object.entries(NASTY)) {
    test(what, () => assert.equal(cleaned(text), reason))
  }
})

test('lines end in one way', () => {
  assert.equal(cleaned('one\r\ntwo\rthree\nfour\n\r'), 'one\ntwo\nthree\nfour\n\n')
})

test('a copied number loses its wrapping and nothing else; an override cannot turn words around', () => {
  assert.equal(cleaned('اتصل على \u202a+962 6 500 0000\u202c'), 'اتصل على +962 6 500 0000')
  assert.equal(cleaned('invoice\u202efdp.exe'), 'invoicefdp.exe')
})

test('a text is clean or refused, never half; what is shown again is always clean', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), (text) => {
      const again = withoutControls(text)
      assert.deepEqual(cleanText(again), { ok: true, value: again })
      const result = cleanText(text)
      if (result.ok) assert.equal(result.value, again)
    }),
    { numRuns: 500 },
  )
})
