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

test('words that are everybody’s are not looked for in the index, only their pairs among the newest', () => {
  const { rare, pairs } = similarQuery(['كهربا', 'انقطاع', 'شارع', 'حي'], MANY)
  assert.equal(rare, '')
  assert.ok(pairs.includes(`'حي' & 'انقطاع'`), pairs)
})

test('a word that few have used leads through all cases', () => {
  assert.equal(similarQuery(['كهربا', 'فراشات', 'انقطاع'], MANY).rare, `'فراشات'`)
})

test('among few cases any two words are asked for, and of one word itself', () => {
  assert.deepEqual(similarQuery(['a', 'b', 'c'], NOTHING_KNOWN), {
    rare: `'a' | 'b' | 'c'`,
    pairs: `'a' & 'b' | 'a' & 'c' | 'b' & 'c'`,
  })
  assert.deepEqual(similarQuery(['one'], NOTHING_KNOWN), { rare: `'one'`, pairs: `'one'` })
  assert.deepEqual(similarQuery([], NOTHING_KNOWN), { rare: '', pairs: '' })
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
        const { rare, pairs } = similarQuery(terms, { cases, shares: known })
        for (const query of [rare, pairs]) {
          const groups = query.split(' | ').filter(Boolean)
          assert.ok(groups.length <= 21)
          for (const named of groups.flatMap((group) => group.split(' & ')))
            assert.ok(terms.includes(named.slice(1, -1)))
        }
      },
    ),
  )
})
