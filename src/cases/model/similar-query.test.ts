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

test('where words are everybody’s, three of them are asked for at once', () => {
  const query = similarQuery(['كهربا', 'انقطاع', 'شارع', 'حي'], MANY)
  assert.ok(
    query.split(' | ').every((group) => group.split(' & ').length === 3),
    query,
  )
})

test('a word that few have used is asked for alone, where there are few enough cases', () => {
  const query = similarQuery(['كهربا', 'فراشات', 'انقطاع', 'شارع'], { ...MANY, cases: 1_000_000 })
  assert.equal(query.split(' | ')[0], `'فراشات'`)
})

test('words that nobody else has used do not crowd out those that others have', () => {
  const query = similarQuery(['كهربا', 'انقطاع', 'حي', '17342', 'فلانيه'], { ...MANY, cases: 1_000_000 })
  assert.ok(query.includes(`'حي' & 'انقطاع' & 'كهربا'`), query)
})

test('among few cases any word is asked for', () => {
  assert.equal(similarQuery(['a', 'b', 'c'], NOTHING_KNOWN), `'a' | 'b' | 'c'`)
  assert.equal(similarQuery([], NOTHING_KNOWN), '')
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
        const groups = similarQuery(terms, { cases, shares: known }).split(' | ').filter(Boolean)
        assert.ok(groups.length <= 18 && (terms.length === 0) === (groups.length === 0))
        for (const named of groups.flatMap((group) => group.split(' & ')))
          assert.ok(terms.includes(named.slice(1, -1)))
      },
    ),
  )
})
