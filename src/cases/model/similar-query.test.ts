import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { similarQuery } from './similar-query.ts'

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
})

test('a word that few have used leads through all cases, beside any other', () => {
  const { led, telling } = similarQuery(['كهربا', 'فراشات', 'انقطاع'], MANY)
  assert.equal(led, `'فراشات' & ('انقطاع')`)
  assert.deepEqual(
    telling.slice(0, 4).map(({ query }) => query),
    [`'فراشات'`, `'انقطاع'`, `'كهربا'`, ''],
  )
  assert.ok((telling[0]?.rarity ?? 0) > (telling[1]?.rarity ?? 0))
})

test('a word that hardly anybody has used leads alone', () => {
  const few = { cases: 1_000_000, shares: MANY.shares }
  assert.equal(similarQuery(['كهربا', 'فراشات'], few).led, `'فراشات' | 'فراشات' & ('كهربا')`)
})

test('among few cases any word is asked for, and of one word itself', () => {
  assert.equal(
    similarQuery(['a', 'b', 'c'], NOTHING_KNOWN).led,
    `'a' | 'b' | 'c' | 'a' & ('b' | 'c') | 'b' & ('c')`,
  )
  const { led, pairs } = similarQuery(['one'], NOTHING_KNOWN)
  assert.deepEqual([led, pairs], [`'one'`, `'one'`])
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
        const { led, pairs, telling } = similarQuery(terms, { cases, shares: known })
        for (const query of [led, pairs, ...telling.map((each) => each.query)]) {
          const named = query.match(/'[^']*'/g) ?? []
          assert.ok(named.length <= 12 * 12)
          for (const each of named) assert.ok(terms.includes(each.slice(1, -1)))
        }
      },
    ),
  )
})
