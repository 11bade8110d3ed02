import assert from 'node:assert/strict'
import { after, before, type TestContext, test } from 'node:test'
import type { Outcome } from './books.ts'
import { FAULTS, SHORT, strike } from './faults.ts'
import { anOrigin, type Origin } from './place.ts'

/*
 * The short version of `npm run faults`, with real processes. The others take longer than a test may: they run with
 * `npm run faults -- --short`.
 */

let origin: Origin
const ends: (() => unknown)[] = []
before(async () => {
  origin = await anOrigin({ after: (end) => ends.unshift(end) })
})
after(async () => {
  for (const end of ends) await end()
})

async function isKept(
  t: TestContext,
  name: keyof typeof FAULTS,
  check: (outcome: Outcome) => void = () => {},
) {
  const fault = FAULTS[name]
  assert.ok(fault)
  const outcome = await strike(fault, SHORT, origin)
  if ('notTried' in outcome) return t.skip(outcome.notTried)
  assert.ok(outcome.n > 0, 'nothing was counted: the test proved nothing')
  const { lost, doubled, broken } = outcome
  assert.deepEqual({ lost, doubled, broken }, { lost: 0, doubled: 0, broken: [] })
  check(outcome)
}

test('killed in the middle of submissions and steps, the application loses and repeats nothing it acknowledged', (t) =>
  isKept(t, 'application'))

test('a database that is killed comes back by itself, with everything that was acknowledged; meanwhile it is said', (t) =>
  isKept(t, 'database'))

test('a worker that is killed leaves no mail unsent, no rung missing and none climbed twice', (t) =>
  isKept(t, 'worker'))

test('fifty clicks under one key make one case', (t) => isKept(t, 'intention'))

test('a full disk is refused with words, and served again once there is room, without a restart', (t) =>
  isKept(t, 'disk'))
