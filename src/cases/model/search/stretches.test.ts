import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { covering, SHORTEST, STRETCHES } from './stretches.ts'

/** As the store writes them beside the words of a case. */
const shownAt = (position: number): string[] =>
  STRETCHES.map(({ mark, bits }) => `${mark}${Math.floor(position / 2 ** bits)}`)

test('a position is covered by exactly one stretch when it lies between, and by none when it is older', () => {
  const position = fc.nat(30_000_000)
  fc.assert(
    fc.property(fc.nat(3_000), position, position, (first, length, asked) => {
      const from = first * SHORTEST
      const stretches = covering(from, from + length)
      const covered = shownAt(asked).filter((mark) => stretches.includes(mark)).length
      if (asked < from) assert.equal(covered, 0)
      else if (asked < from + length) assert.equal(covered, 1)
      else assert.ok(covered <= 1)
    }),
  )
})

test('ten million cases are named in less than fifty words', () => {
  fc.assert(
    fc.property(fc.nat(2_000), (first) => {
      assert.ok(covering(first * SHORTEST, 10_000_000).length < 50)
    }),
  )
  assert.deepEqual(covering(0, 2 ** 21), ['@d0'])
  assert.deepEqual(covering(0, 0), [])
})
