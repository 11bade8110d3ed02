import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sundayToThursday } from '#promises'
import { clockDue, entityDue, residentDue } from './due-state.ts'

const calendar = sundayToThursday()
const at = (text: string) => Temporal.Instant.from(text)
const received = at('2026-10-01T07:00:00Z')
const promise = {
  stage: 'with-entity' as const,
  receivedAt: received,
  answerBy: at('2026-10-15T12:00:00Z'),
  answeredAt: null,
  closedAt: null,
  clockDue: null,
}

test('a promise is on time, soon from four fifths on, and late from the first second after', () => {
  const state = (now: string) => residentDue(promise, at(now), calendar).state
  assert.equal(state('2026-10-05T07:00:00Z'), 'on-time')
  assert.equal(state('2026-10-14T07:00:00Z'), 'soon')
  assert.equal(state('2026-10-15T12:00:00Z'), 'soon')
  assert.equal(state('2026-10-15T12:00:01Z'), 'late')
})

test('late since its own day has no days yet and is late all the same', () => {
  const due = (now: string) => residentDue(promise, at(now), calendar)
  assert.deepEqual(due('2026-10-15T14:00:00Z'), { state: 'late', days: 0, elapsed: 1 })
  assert.deepEqual(due('2026-10-16T07:00:00Z'), { state: 'late', days: 1, elapsed: 1 })
  const clock = clockDue({ clockDue: promise.answerBy }, at('2026-10-15T14:00:00Z'), calendar)
  assert.deepEqual(clock, { state: 'late', days: 0, elapsed: 1 })
})

test('whoever objects to an answer waits again: for the decision, by its own date', () => {
  const answeredAt = at('2026-10-13T07:00:00Z')
  const objected = {
    ...promise,
    stage: 'objected' as const,
    answeredAt,
    clockDue: at('2026-10-22T12:00:00Z'),
  }
  const state = (now: string) => residentDue(objected, at(now), calendar).state
  assert.equal(state('2026-10-15T07:00:00Z'), 'on-time')
  assert.equal(state('2026-10-22T12:00:01Z'), 'late')
  assert.equal(residentDue({ ...objected, stage: 'closed' }, answeredAt, calendar).state, 'done')
})

test('an answered case is done, however late it was', () => {
  const done = { ...promise, answeredAt: at('2026-11-01T07:00:00Z') }
  assert.equal(residentDue(done, at('2026-12-01T07:00:00Z'), calendar).state, 'done')
})

test('the entity’s time stands still while the resident is asked, and is over with its reply', () => {
  const found = { routedAt: received, entityDue: promise.answerBy, repliedAt: null }
  const now = at('2026-12-01T07:00:00Z')
  assert.equal(entityDue({ ...found, stage: 'with-entity' }, now, calendar)?.state, 'late')
  assert.equal(entityDue({ ...found, stage: 'awaiting-resident' }, now, calendar)?.state, 'paused')
  assert.equal(entityDue({ ...found, stage: 'replied' }, now, calendar)?.state, 'done')
  assert.equal(entityDue({ ...found, stage: 'received', entityDue: null }, now, calendar), undefined)
})

test('days are never negative, and the share of time never leaves 0 to 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 200 }), fc.integer({ min: 0, max: 90 }), (passed, long) => {
      const now = received.add({ hours: passed * 12 })
      const answerBy = received.add({ hours: long * 24 })
      const { days, elapsed, state } = residentDue({ ...promise, answerBy }, now, calendar)
      assert.ok(days >= 0 && elapsed >= 0 && elapsed <= 1)
      assert.equal(state === 'late', Temporal.Instant.compare(now, answerBy) > 0)
      const clock = clockDue({ clockDue: answerBy }, now, calendar)
      assert.equal(clock?.state === 'late', state === 'late')
    }),
  )
})
