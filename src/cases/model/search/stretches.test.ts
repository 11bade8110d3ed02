import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { STRETCHES, stretchBefore } from './stretches.ts'

/** As the store writes them beside the words of a case. */
const shownAt = (position: number): string[] =>
  STRETCHES.map(({ mark, bits }) => `${mark}${Math.floor(position / 2 ** bits)}`)

test('walking back stretch by stretch passes every position once and ends at the first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30_000_000 }), fc.nat(4_000_000), fc.nat(), (end, most, any) => {
      const asked = any % end
      let [before, met, steps] = [end, 0, 0]
      while (before > 0 && steps++ < 10_000) {
        const { mark, from } = stretchBefore(before, most)
        assert.ok(from < before)
        const inside = asked >= from && asked < before
        assert.equal(shownAt(asked).includes(mark) && asked < before, inside)
        met += Number(inside)
        before = from
      }
      assert.deepEqual([before, met], [0, 1])
    }),
  )
})

test('a stretch is as long as is asked for, where one ends there', () => {
  assert.deepEqual(stretchBefore(1_000_001, 1_000_000), { mark: '@a244', from: 999_424 })
  assert.deepEqual(stretchBefore(983_040, 40_000), { mark: '@b29', from: 950_272 })
  assert.deepEqual(stretchBefore(983_040, 10_000), { mark: '@a239', from: 978_944 })
  assert.deepEqual(stretchBefore(2 ** 21, 10_000_000), { mark: '@d0', from: 0 })
})
