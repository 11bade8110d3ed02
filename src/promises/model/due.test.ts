import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Holiday } from './calendar.ts'
import { dueAt, endOfDayAfter, hoursDue } from './due.ts'
import { shift, sundayToThursday, weekdays } from './examples.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string, zone = 'Asia/Bahrain') => Temporal.ZonedDateTime.from(`${text}[${zone}]`)
const shown = (moment: Temporal.ZonedDateTime) => moment.toPlainDateTime().toString()

const eid: Holiday = {
  from: date('2026-03-19'),
  to: date('2026-03-23'),
  name: { ar: 'عيد الفطر', en: 'Eid al-Fitr' },
}
const ramadan = {
  from: date('2026-02-18'),
  until: date('2026-03-19'),
  days: weekdays([7, 1, 2, 3, 4], shift('08:00', '14:00')),
}

test('a complaint routed on Thursday keeps its weekend', () => {
  const due = dueAt(at('2026-10-01T14:00'), 3, sundayToThursday())
  assert.equal(due.toPlainDate().toString(), '2026-10-06')
})

test('a promise ends when the office closes, not at midnight', () => {
  assert.equal(shown(dueAt(at('2026-10-04T08:00'), 1, sundayToThursday())), '2026-10-05T14:15:00')
})

test('what arrives on the weekend starts with the first working day after it', () => {
  assert.equal(shown(dueAt(at('2026-10-02T23:59'), 1, sundayToThursday())), '2026-10-04T14:15:00')
})

test('an announced Eid is not counted', () => {
  const due = dueAt(at('2026-03-17T10:00'), 3, sundayToThursday({ holidays: [eid] }))
  assert.equal(shown(due), '2026-03-25T14:15:00') // 18, then 24 and 25 March
})

test('Ramadan hours hold for their dates and end by themselves', () => {
  const usual = sundayToThursday()
  const calendar = sundayToThursday({ weeks: [...usual.weeks, ramadan] })
  assert.equal(shown(dueAt(at('2026-02-17T10:00'), 1, calendar)), '2026-02-18T14:00:00')
  assert.equal(shown(dueAt(at('2026-03-19T10:00'), 1, calendar)), '2026-03-22T14:15:00')
})

test('a weekend that the law moves changes on its date', () => {
  const usual = sundayToThursday()
  const moved = { from: date('2022-01-01'), days: weekdays([1, 2, 3, 4, 5], shift('07:30', '15:30')) }
  const calendar = sundayToThursday({ timeZone: 'Asia/Dubai', weeks: [...usual.weeks, moved] })
  assert.equal(shown(dueAt(at('2021-12-16T10:00', 'Asia/Dubai'), 1, calendar)), '2021-12-19T14:15:00')
  assert.equal(shown(dueAt(at('2022-01-06T10:00', 'Asia/Dubai'), 1, calendar)), '2022-01-07T15:30:00')
})

test('an office with split shifts has until its evening shift closes', () => {
  const days = weekdays([6, 7, 1, 2, 3], shift('08:00', '12:00'), shift('16:00', '19:00'))
  assert.equal(
    shown(dueAt(at('2026-10-04T08:00'), 1, sundayToThursday({ weeks: [{ days }] }))),
    '2026-10-05T19:00:00',
  )
})

test('half a holiday is a working day that closes early', () => {
  const half = { ...eid, from: date('2026-10-05'), to: date('2026-10-05'), hours: [shift('07:00', '11:00')] }
  const calendar = sundayToThursday({ holidays: [half] })
  assert.equal(shown(dueAt(at('2026-10-04T08:00'), 1, calendar)), '2026-10-05T11:00:00')
})

test('half a holiday opens no weekend, and a whole one closes what half a one left open', () => {
  const half = { ...eid, from: date('2026-03-20'), to: date('2026-03-22'), hours: [shift('07:00', '11:00')] }
  const calendar = sundayToThursday({ holidays: [eid, half] })
  assert.equal(shown(dueAt(at('2026-03-18T08:00'), 1, calendar)), '2026-03-24T14:15:00')
})

test('a round-the-clock office is told the date it works on, not the midnight after it', () => {
  const days = weekdays([1, 2, 3, 4, 5, 6, 7], shift('00:00', '00:00'))
  assert.equal(
    shown(dueAt(at('2026-10-04T08:00'), 1, sundayToThursday({ weeks: [{ days }] }))),
    '2026-10-05T23:59:59',
  )
})

test('Cairo, where summer time begins at a midnight that does not exist', () => {
  const days = weekdays([1, 2, 3, 4, 5, 6, 7], shift('00:00', '00:00'))
  const cairo = sundayToThursday({ timeZone: 'Africa/Cairo', weeks: [{ days }] })
  const due = dueAt(at('2026-04-22T08:00', 'Africa/Cairo'), 1, cairo)
  assert.equal(due.toString(), '2026-04-23T23:59:59+02:00[Africa/Cairo]')
  const shop = sundayToThursday({ timeZone: 'Africa/Cairo' })
  const summer = dueAt(at('2026-04-23T08:00', 'Africa/Cairo'), 1, shop)
  assert.equal(summer.toString(), '2026-04-26T14:15:00+03:00[Africa/Cairo]')
})

test('London, where a promise over the end of summer time still ends at closing time', () => {
  const days = weekdays([1, 2, 3, 4, 5], shift('09:00', '17:00'))
  const london = sundayToThursday({ timeZone: 'Europe/London', weeks: [{ days }] })
  const due = dueAt(at('2026-10-23T12:00', 'Europe/London'), 1, london)
  assert.equal(due.toString(), '2026-10-26T17:00:00+00:00[Europe/London]')
})

test('Samoa never had 30 December 2011, so nobody worked on it', () => {
  const days = weekdays([1, 2, 3, 4, 5], shift('09:00', '17:00'))
  const samoa = sundayToThursday({ timeZone: 'Pacific/Apia', weeks: [{ days }] })
  assert.equal(shown(dueAt(at('2011-12-29T12:00', 'Pacific/Apia'), 1, samoa)), '2012-01-02T17:00:00')
})

test("the day a case starts on is read on the office's wall, wherever the resident is", () => {
  const abroad = at('2026-10-03T23:30', 'Europe/London') // already Sunday in Manama
  assert.equal(shown(dueAt(abroad, 1, sundayToThursday())), '2026-10-05T14:15:00')
})

test('48 hours for a first action pass at night but not on the weekend', () => {
  assert.equal(shown(hoursDue(at('2026-10-01T10:00'), 48, sundayToThursday())), '2026-10-05T10:00:00')
  assert.equal(shown(hoursDue(at('2026-10-04T10:00'), 48, sundayToThursday())), '2026-10-06T10:00:00')
  assert.equal(shown(hoursDue(at('2026-10-02T10:00'), 48, sundayToThursday())), '2026-10-05T23:59:59')
})

test('an objection window of 14 days ends with its last day', () => {
  assert.equal(
    shown(endOfDayAfter(at('2026-10-01T09:00'), 14, { timeZone: 'Asia/Bahrain' })),
    '2026-10-15T23:59:59',
  )
})

test('no promise is shorter than a day, and a calendar that never opens promises nothing', () => {
  const start = at('2026-10-01T14:00')
  for (const days of [0, -1, 1.5, Number.NaN])
    assert.throws(() => dueAt(start, days, sundayToThursday()), RangeError)
  const never = sundayToThursday({ weeks: [{ days: {} }] })
  assert.throws(() => dueAt(start, 1, never), RangeError)
  assert.throws(() => hoursDue(start, 48, never), RangeError)
})
