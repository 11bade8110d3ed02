import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookupOf, wordQuery } from './word-query.ts'

const KNOWN = {
  cases: 10_000_000,
  shares: new Map([
    ['كهربا', 0.2],
    ['كهربائي', 0.01],
    ['شارع', 0.3],
    ['=works', 0.05],
  ]),
}

test('a word half typed is looked for as a beginning while few cases show such words', () => {
  assert.equal(wordQuery([['فراشا']], [], KNOWN).query, `('فراشا':*)`)
  assert.equal(wordQuery([['حي']], [], KNOWN).query, `('حي')`)
})

test('where many cases do, the common words that begin so are named', () => {
  assert.equal(wordQuery([['كهرب']], [], KNOWN).query, `('كهرب' | 'كهربا' | 'كهربائي')`)
})

test('of each group one word is enough, and of the marks', () => {
  const asked = wordQuery([['كهربا', 'electric'], ['شارع']], [['=works', '~x'], ['!open']], KNOWN)
  assert.equal(asked.query, `('كهربا' | 'electric' | 'كهربائي') & ('شارع') & ('=works' | '~x') & ('!open')`)
  assert.ok(Math.abs(asked.share - 0.2101 * 0.3 * 0.0501 * 0.0001) < 1e-9)
  assert.equal(asked.atMost, 0.0001)
})

test('few cases are led by what nothing else may stand for, and then weighed by all that is asked', () => {
  const asked = wordQuery([['كهربا', 'electric'], ['شارع']], [['=works']], KNOWN)
  const { query } = asked
  assert.deepEqual(lookupOf(asked, 4_096, '@a1'), { led: `'@a1' & ('شارع') & ('=works')`, query })
  assert.deepEqual(lookupOf(asked, 2_097_152, '@d1'), { led: `'@d1' & ${query}`, query })
  assert.deepEqual(lookupOf(asked, 10_000), { led: `('شارع') & ('=works')`, query })
  assert.deepEqual(lookupOf(asked, 10_000_000), { led: query, query })
})

test('where nothing stands alone the index is asked for all', () => {
  const asked = wordQuery([['كهربا', 'electric']], [], KNOWN)
  assert.deepEqual(lookupOf(asked, 10), { led: asked.query, query: asked.query })
  assert.deepEqual(lookupOf(asked, 10, '@a0').led, `'@a0'`)
})
