import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from './canonical.ts'

test('the same content has the same text, in whatever order it was written', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
      const backwards = Object.fromEntries(Object.entries(content).reverse())
      assert.equal(canonicalJson(backwards), canonicalJson(content))
    }),
  )
})

test('nothing is lost or added: read again it is what JSON makes of the content', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (content) => {
      assert.deepEqual(JSON.parse(canonicalJson(content)), JSON.parse(JSON.stringify(content)))
    }),
  )
})

test('keys stand in the order of their letters, at every depth, numbers too', () => {
  assert.equal(
    canonicalJson({ b: [{ d: 1, c: null }], a: 'ا', 10: true, 9: 1.5 }),
    '{"10":true,"9":1.5,"a":"ا","b":[{"c":null,"d":1}]}',
  )
})

test('what is not set leaves no trace, and moments stand as JSON has them', () => {
  const at = Temporal.Instant.from('2026-10-01T07:00:00Z')
  assert.equal(
    canonicalJson({ at, gone: undefined, list: [undefined] }),
    '{"at":"2026-10-01T07:00:00Z","list":[null]}',
  )
})
