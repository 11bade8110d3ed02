import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sundayToThursday } from './examples.ts'
import { INNER_CLOCKS, type InnerClock, innerDue } from './inner-clocks.ts'

const thursday = Temporal.ZonedDateTime.from('2026-10-01T10:00[Asia/Bahrain]')
const due = (clock: InnerClock) =>
  innerDue(thursday, INNER_CLOCKS[clock], sundayToThursday()).toPlainDateTime().toString()

test('every stage of a case has a clock, and each ends when the office expects it', () => {
  assert.equal(due('routing'), '2026-10-04T14:15:00')
  assert.equal(due('first-action'), '2026-10-05T10:00:00')
  assert.equal(due('verification'), '2026-10-04T14:15:00')
  assert.equal(due('release'), '2026-10-04T14:15:00')
  assert.equal(due('objection-review'), '2026-10-08T14:15:00')
  assert.equal(due('resident-answer'), '2026-10-15T14:15:00')
  assert.equal(due('objection-window'), '2026-10-15T23:59:59')
})
