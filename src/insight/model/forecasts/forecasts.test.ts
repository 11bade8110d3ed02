import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { expect, LEAST_WEEKS, oneAhead, seasonIndices } from './expect.ts'
import { expectDay, hourShares, shareBy, weekdayShares } from './expect-day.ts'
import { judge, type Reading } from './judge.ts'
import { moreFrequent } from './more-frequent.ts'

const counts = fc.array(fc.nat(400), { minLength: LEAST_WEEKS, maxLength: 130 })

test('nothing is claimed of less than half a year', () => {
  assert.equal(expect(Array(LEAST_WEEKS - 1).fill(10)), undefined)
  assert.ok(expect(Array(LEAST_WEEKS).fill(10)))
})

test('an expectation lies within its interval, and chance alone is always allowed for', () => {
  fc.assert(
    fc.property(counts, (weeks) => {
      const found = expect(weeks)
      assert.ok(found)
      assert.ok(found.low >= 0 && found.low <= found.expected && found.expected <= found.high)
      assert.ok(found.high >= found.expected + Math.sqrt(found.expected))
    }),
    { numRuns: 60 },
  )
})

test('what always came will come', () => {
  const found = expect(Array(80).fill(50))
  assert.ok(Math.abs((found?.expected ?? 0) - 50) < 0.5)
})

test('a forecast never knows what it forecasts: a later week changes no earlier one', () => {
  fc.assert(
    fc.property(counts, fc.nat(400), (weeks, next) => {
      const settings = { follow: 0.25, drift: 0.1, season: 0.7 }
      const before = oneAhead(weeks, seasonIndices(weeks), settings)
      const longer = [...weeks, next]
      assert.deepEqual(oneAhead(longer, seasonIndices(longer), settings).slice(0, -1), before)
    }),
  )
})

test('the shares of weekdays and of hours are one together, and grow with the day', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 7, maxLength: 400 }), (days) => {
      const whole = weekdayShares(days).reduce((sum, each) => sum + each, 0)
      assert.ok(Math.abs(whole - 1) < 1e-9)
      const hours = hourShares(days.slice(0, 24))
      assert.ok(Math.abs(shareBy(hours, 23, 60) - 1) < 1e-9)
      for (let hour = 1; hour < 24; hour++) assert.ok(shareBy(hours, hour, 0) > shareBy(hours, hour - 1, 30))
    }),
  )
})

test('a day gets its weekday’s part of the week', () => {
  const days = Array.from({ length: 7 * 40 }, (_, at) => (at % 7 === 6 ? 4 : 16))
  const week = expect(Array(40).fill(100))
  assert.ok(week)
  assert.ok(Math.abs(expectDay(days, week).today - 4) < 0.5)
})

const reading = (changes: Partial<Reading> = {}): Reading => ({
  ...{ dimension: 'category', key: 'potholes', expected: 40, low: 28, high: 54, observed: 40, toCome: 0 },
  ...changes,
})

test('an alert opens only outside the interval, and within it nothing does', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(20), (observed, toCome) => {
      const found = judge(reading({ observed, toCome }))
      if (observed <= 54 && observed + toCome >= 28) assert.equal(found, undefined)
      if (observed > 54) assert.deepEqual(found, { does: 'open', direction: 'more' })
    }),
  )
})

test('a series on the edge does not come and go: what opened an alert never ends it', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(20), (observed, toCome) => {
      const first = judge(reading({ observed, toCome }))
      if (first?.does !== 'open') return
      const open = { direction: first.direction, over: false, peak: observed }
      assert.deepEqual(judge(reading({ observed, toCome }), open), { does: 'go-on' })
    }),
  )
})

test('an alert that ended this week comes back only beyond its peak', () => {
  const ended = { direction: 'more', over: true, peak: 80 } as const
  assert.equal(judge(reading({ observed: 70 }), ended), undefined)
  assert.deepEqual(judge(reading({ observed: 90 }), ended), { does: 'open', direction: 'more' })
})

test('fewer is not said while the rest of the day may mend it, nor of a few cases a week', () => {
  assert.equal(judge(reading({ observed: 20, toCome: 10 })), undefined)
  assert.deepEqual(judge(reading({ observed: 20, toCome: 2 })), { does: 'open', direction: 'fewer' })
  assert.equal(judge(reading({ expected: 6, low: 3, high: 12, observed: 0 })), undefined)
})

test('the words of a surge are those that more cases use than before, by at least three people', () => {
  const before = Array.from({ length: 100 }, () => ['شارع', 'حفرة'])
  const now = [...Array.from({ length: 20 }, () => ['شارع', 'غاز', '2026']), ['شارع', 'نادر']]
  assert.deepEqual(
    moreFrequent(now, before).map(({ key }) => key),
    ['غاز'],
  )
})
