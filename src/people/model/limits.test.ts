import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allow, limiter } from './limits.ts'
import { FREE_TRIES, lockedUntil } from './lock.ts'

const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)

test('a limiter lets a burst through, and then one at a time', () => {
  const door = limiter({ burst: 3, everySeconds: 10 })
  assert.deepEqual(
    [0, 0, 0, 0].map((second) => allow(door, 'a', at(second))),
    [true, true, true, false],
  )
  assert.ok(!allow(door, 'a', at(9)))
  assert.ok(allow(door, 'a', at(10)))
  assert.ok(!allow(door, 'a', at(11)))
  assert.ok(allow(door, 'b', at(11)))
})

test('however the tries are spread, no more get through than the rate allows', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 200 }), fc.integer({ min: 1, max: 8 }), (gaps, burst) => {
      const door = limiter({ burst, everySeconds: 10 })
      let [now, passed] = [0, 0]
      for (const gap of gaps) {
        now += gap
        if (allow(door, 'a', at(now))) passed += 1
      }
      assert.ok(passed <= burst + now / 10)
    }),
  )
})

test('a clock that is set back gives nobody more, and from then on is believed', () => {
  const door = limiter({ burst: 1, everySeconds: 10 })
  assert.ok(allow(door, 'a', at(1000)))
  assert.ok(!allow(door, 'a', at(0)))
  assert.ok(!allow(door, 'a', at(9)))
  assert.ok(allow(door, 'a', at(10)), 'nobody is locked out until the clock is where it was')
})

test('tries that come a little out of order count no time twice', () => {
  const door = limiter({ burst: 1, everySeconds: 10 })
  for (const [second, passes] of [
    [100, true],
    [95, false],
    [104, false],
    [96, false],
    [109, false],
    [110, true],
  ] as const)
    assert.equal(allow(door, 'a', at(second)), passes, `second ${second}`)
})

test('a flood of keys does not fill the memory', () => {
  const door = limiter({ burst: 1, everySeconds: 10 })
  for (let n = 0; n < 60_000; n++) allow(door, String(n), at(0))
  assert.ok(door.buckets.size <= 50_000)
})

test('an account closes after the fifth wrong try, each time for longer, and never beyond an hour', () => {
  const now = at(0)
  const minutes = (tries: number) => (lockedUntil(tries, now)?.epochMilliseconds ?? 0) / 60_000
  assert.deepEqual([1, 4, 5, 6, 7, 8, 50, 100_000].map(minutes), [0, 0, 1, 2, 4, 8, 60, 60])
  fc.assert(
    fc.property(fc.nat(1000), (tries) => minutes(tries + FREE_TRIES) <= minutes(tries + FREE_TRIES + 1)),
  )
})
