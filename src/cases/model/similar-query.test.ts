import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { amongNewest, similarQuery } from './similar-query.ts'

const NOTHING_KNOWN = { cases: 0, shares: new Map<string, number>() }
const MANY = {
  cases: 10_000_000,
  shares: new Map([
    ['كهربا', 0.2],
    ['انقطاع', 0.15],
    ['شارع', 0.3],
    ['حي', 0.1],
  ]),
}

test('words that are everybody’s are not looked for in all cases, only their pairs among the newest', () => {
  const query = similarQuery(['كهربا', 'انقطاع', 'شارع', 'حي'], MANY)
  assert.equal(query.led, '')
  assert.ok(query.pairs.startsWith(`'حي' & ('انقطاع' | 'كهربا' | 'شارع')`), query.pairs)
  assert.equal(amongNewest({ pairs: `'a'` }, 10_000_000), `('@a2439' | '@a2440' | '@a2441') & ('a')`)
})

test('a word that few have used leads through all cases, beside any other', () => {
  const { led, ranks } = similarQuery(['كهربا', 'فراشات', 'انقطاع'], MANY)
  assert.equal(led, `'فراشات' & ('انقطاع' | 'كهربا')`)
  assert.equal(ranks[0], `'فراشات' | 'انقطاع' | 'كهربا'`)
})

test('among few cases any two words are asked for, and of one word itself', () => {
  assert.equal(similarQuery(['a', 'b', 'c'], NOTHING_KNOWN).pairs, `'a' & ('b' | 'c') | 'b' & ('c')`)
  assert.deepEqual(similarQuery(['one'], NOTHING_KNOWN), {
    led: `'one'`,
    pairs: `'one'`,
    ranks: [`'one'`, `'one'`, `'one'`],
  })
  assert.equal(similarQuery([], NOTHING_KNOWN).pairs, '')
})

test('whatever the words, the question stays short and names only them', () => {
  const term = fc.stringMatching(/^[a-zء-ي0-9]{1,12}$/)
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.uniqueArray(term, { maxLength: 40 }),
      fc.array(share),
      fc.nat(20_000_000),
      (terms, shares, cases) => {
        const known = new Map(terms.slice(0, shares.length).map((each, at) => [each, shares[at] ?? 0]))
        const { led, pairs, ranks } = similarQuery(terms, { cases, shares: known })
        for (const query of [led, pairs, ...ranks]) {
          const named = query.match(/'[^']*'/g) ?? []
          assert.ok(named.length <= 12 * 12)
          for (const each of named) assert.ok(terms.includes(each.slice(1, -1)))
        }
      },
    ),
  )
})
