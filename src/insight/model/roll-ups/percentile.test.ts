import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asHistogram, percentile } from './percentile.ts'

test('a percentile that lies on a half goes up, whatever the binary digits of its share', () => {
  const times = fc.array(fc.nat(400), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(times, fc.constantFrom(1, 5, 9), (given, tenths) => {
      const sorted = given.toSorted((one, other) => one - other)
      const bars = sorted.map((bin) => ({ bin, n: 1 }))
      const place = tenths * (sorted.length - 1)
      const [low = 0, high = 0] = [sorted[Math.floor(place / 10)], sorted[Math.ceil(place / 10)]]
      assert.equal(
        percentile(bars, tenths / 10),
        Math.floor((10 * low + (place % 10) * (high - low) + 5) / 10),
      )
    }),
  )
})

/** Mostly close together, as times are; some far apart, as the oldest of a long history. */
const bins = fc.oneof(fc.nat(20), fc.integer({ min: -5, max: 2_000_000 }))

test('bins from several places become one histogram: each bin once, in order, without nothings', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ bin: bins, n: fc.integer({ min: -3, max: 3 }) })), (bars) => {
      const sums = bars.reduce(
        (all, { bin, n }) => all.set(bin, (all.get(bin) ?? 0) + n),
        new Map<number, number>(),
      )
      const expected = [...sums].filter(([, n]) => n !== 0).sort(([one], [other]) => one - other)
      assert.deepEqual(
        asHistogram(bars).map(({ bin, n }) => [bin, n]),
        expected,
      )
    }),
  )
})
