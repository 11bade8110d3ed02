import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atMost, judge, ratesOf } from './verdict.ts'

const DAY = 24 * 60 * 60 * 1000
const FIXED = Temporal.Instant.from('2026-10-01T00:00:00Z')
const after = (days: number) => FIXED.add({ milliseconds: Math.round(days * DAY) })

const voices = fc.integer({ min: 0, max: 2_000 })
const days = fc.double({ min: 0.5, max: 90, noNaN: true })
const before = fc.record({
  voices: fc.integer({ min: 1, max: 2_000 }),
  days: fc.double({ min: 14, max: 90, noNaN: true }),
})
const RANK = { held: 0, watching: 1, 'came-back': 2 }

test('twenty cases a month and then silence: held after the fortnight that six voices used to take, not before', () => {
  const month = { voices: 20, days: 30 }
  assert.equal(judge(month, { voices: 0, days: 13 }).verdict, 'watching')
  assert.equal(judge(month, { voices: 0, days: 14 }).verdict, 'held')
})

test('what came once in a fortnight takes three months of silence', () => {
  const rare = { voices: 6, days: 84 }
  assert.equal(judge(rare, { voices: 0, days: 60 }).verdict, 'watching')
  assert.equal(judge(rare, { voices: 0, days: 84 }).verdict, 'held')
  assert.equal(judge(rare, { voices: 0, days: 1 }).needed, 84)
})

test('three cases in the week after a fix are enough to say that it came back', () => {
  assert.equal(judge({ voices: 10, days: 30 }, { voices: 3, days: 7 }).verdict, 'came-back')
})

test('two cases are never enough to say so', () => {
  fc.assert(
    fc.property(before, days, fc.integer({ min: 0, max: 2 }), (was, now, voices) => {
      assert.notEqual(judge(was, { voices, days: now }).verdict, 'came-back')
    }),
  )
})

test('nothing has held within a fortnight', () => {
  fc.assert(
    fc.property(before, voices, fc.double({ min: 0, max: 13.99, noNaN: true }), (was, voices, now) => {
      assert.notEqual(judge(was, { voices, days: now }).verdict, 'held')
    }),
  )
})

test('more voices after a fix never speak for it', () => {
  fc.assert(
    fc.property(before, days, voices, voices, (was, now, few, more) => {
      const [less, most] = [Math.min(few, more), Math.max(few, more)]
      const rank = (voices: number) => RANK[judge(was, { voices, days: now }).verdict]
      assert.ok(rank(less) <= rank(most))
    }),
  )
})

test('silence held as soon as the needed days are over, and what came as often as before never held', () => {
  fc.assert(
    fc.property(before, (was) => {
      const { needed } = judge(was, { voices: 0, days: 0 })
      assert.equal(judge(was, { voices: 0, days: needed }).verdict, 'held')
      const as = { voices: Math.ceil((was.voices / was.days) * 90), days: 90 }
      assert.notEqual(judge(was, as).verdict, 'held')
    }),
  )
})

test('chances are chances, also of thousands', () => {
  fc.assert(
    fc.property(voices, fc.double({ min: 0, max: 5_000, noNaN: true }), (count, mean) => {
      const chance = atMost(count, mean)
      assert.ok(chance >= 0 && chance <= 1)
      assert.ok(atMost(count + 1, mean) >= chance)
    }),
  )
  assert.ok(Math.abs(atMost(1000, 1000) - 0.5084) < 0.001)
})

test('what comes on the day of a fix and the next counts for neither side', () => {
  const { before, after: later } = ratesOf(
    [after(-30), after(-1), after(0.5), after(1.5), after(3)],
    FIXED,
    after(12),
  )
  assert.deepEqual(before, { voices: 2, days: 30 })
  assert.deepEqual(later, { voices: 1, days: 10 })
})

test('a burst of one day before a fix counts as a fortnight, not as thirty such days a month', () => {
  assert.deepEqual(ratesOf([after(-1), after(-0.5)], FIXED, after(2)).before, { voices: 2, days: 14 })
})

test('only the last ninety days before and after a fix are weighed', () => {
  const { before, after: later } = ratesOf([after(-200), after(-10), after(5), after(200)], FIXED, after(210))
  assert.deepEqual(before, { voices: 1, days: 14 })
  assert.deepEqual(later, { voices: 1, days: 90 })
})
