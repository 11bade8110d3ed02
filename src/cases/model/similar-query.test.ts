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

test('where words are everybody’s, more of them are asked for at once', () => {
  const query = similarQuery(['كهربا', 'انقطاع', 'شارع', 'حي'], MANY)
  assert.ok(
    query.split(' | ').every((group) => group.split(' & ').length === 3),
    query,
  )
})

test('a rare word leads', () => {
  const query = similarQuery(['كهربا', 'فراشات', 'انقطاع', 'شارع'], MANY)
  for (const group of query.split(' | ')) assert.match(group, /'فراشات'/)
})

test('among few cases any two words are asked for', () => {
  assert.equal(
    similarQuery(['a', 'b', 'c'], NOTHING_KNOWN)
      .split(' | ')
      .filter((group) => group.split(' & ').length === 2).length,
    3,
  )
  assert.equal(similarQuery(['one'], NOTHING_KNOWN), `'one'`)
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
        assert.ok(groups.length <= 20 && (terms.length === 0) === (groups.length === 0))
        for (const named of groups.flatMap((group) => group.split(' & ')))
          assert.ok(terms.includes(named.slice(1, -1)))
      },
    ),
  )
})
