import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shift, sundayToThursday, weekdays } from './examples.ts'
import {
  addWorkingTime,
  dueAfterPause,
  workingDaysLate,
  workingDaysLeft,
  workingTimeBetween,
} from './working-time.ts'

const office = sundayToThursday({ weeks: [{ days: weekdays([7, 1, 2, 3, 4], shift('08:00', '15:00')) }] })
const at = (text: string) => Temporal.Instant.from(`${text}+03:00`)
const shown = (moment: Temporal.Instant) =>
  moment.toZonedDateTimeISO('Asia/Bahrain').toPlainDateTime().toString()

test('only opening hours are working time', () => {
  const worked = workingTimeBetween(at('2026-10-01T14:00'), at('2026-10-04T09:00:30'), office)
  assert.equal(worked.total('seconds'), 2 * 3600 + 30)
})

test('time backwards is negative time', () => {
  const worked = workingTimeBetween(at('2026-10-04T09:00'), at('2026-10-01T14:00'), office)
  assert.equal(worked.total('hours'), -2)
})

test('an hour that summer time skips is not worked, and one that it repeats is worked twice', () => {
  const nights = { days: weekdays([1, 2, 3, 4, 5, 6, 7], shift('00:00', '04:00')) }
  const london = sundayToThursday({ timeZone: 'Europe/London', weeks: [nights] })
  const night = (date: string) => {
    const start = Temporal.PlainDate.from(date).toZonedDateTime('Europe/London')
    return workingTimeBetween(start.toInstant(), start.add({ days: 1 }).toInstant(), london).total('hours')
  }
  assert.deepEqual([night('2026-03-28'), night('2026-03-29'), night('2026-10-25')], [4, 3, 5])
})

test('adding working time undoes measuring it', () => {
  const moment = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 })
  fc.assert(
    fc.property(moment, fc.nat(1_000_000), (start, seconds) => {
      const from = Temporal.Instant.fromEpochMilliseconds(start * 1000)
      const until = addWorkingTime(from, Temporal.Duration.from({ seconds }), office)
      assert.equal(workingTimeBetween(from, until, office).total('seconds'), seconds)
    }),
  )
})

test('working time is never taken away', () => {
  assert.throws(
    () => addWorkingTime(at('2026-10-01T14:00'), Temporal.Duration.from({ hours: -1 }), office),
    RangeError,
  )
})

test('days left count down to 0 on the day itself and are negative from the first second late', () => {
  const due = at('2026-10-06T15:00')
  const left = (now: string) => workingDaysLeft(at(now), due, office)
  assert.deepEqual(
    ['2026-10-01T09:00', '2026-10-02T09:00', '2026-10-05T23:00', '2026-10-06T15:00'].map(left),
    [3, 3, 1, 0],
  )
  assert.deepEqual(
    ['2026-10-06T15:00:01', '2026-10-07T09:00', '2026-10-08T09:00', '2026-10-10T09:00'].map(left),
    [-1, -1, -2, -2],
  )
})

test('what is late says so from the first second, and for how many working days from the next day on', () => {
  const due = at('2026-10-06T15:00')
  const late = (now: string) => workingDaysLate(at(now), due, office)
  assert.deepEqual(['2026-10-05T23:00', '2026-10-06T15:00'].map(late), [undefined, undefined])
  assert.deepEqual(
    [
      '2026-10-06T15:00:01',
      '2026-10-06T23:59',
      '2026-10-07T00:00',
      '2026-10-08T09:00',
      '2026-10-10T09:00',
    ].map(late),
    [0, 0, 1, 2, 2],
  )
  const beforeTheWeekend = at('2026-10-08T15:00')
  assert.equal(workingDaysLate(at('2026-10-09T09:00'), beforeTheWeekend, office), 1)
})

test('a question to the resident gives the entity back exactly the time it waited', () => {
  const due = at('2026-10-06T15:00')
  const pause = { from: at('2026-10-04T10:00'), until: at('2026-10-06T10:00') }
  assert.equal(shown(dueAfterPause(due, pause, office)), '2026-10-08T15:00:00')
})

test('a question asked and answered at night moves nothing', () => {
  const due = at('2026-10-06T15:00')
  const pause = { from: at('2026-10-04T20:00'), until: at('2026-10-04T22:00') }
  assert.equal(shown(dueAfterPause(due, pause, office)), '2026-10-06T15:00:00')
})

test('asking the resident does not rescue a clock that was already late', () => {
  const due = at('2026-10-06T15:00')
  const pause = { from: at('2026-10-07T09:00'), until: at('2026-10-20T09:00') }
  assert.equal(shown(dueAfterPause(due, pause, office)), '2026-10-06T15:00:00')
})
