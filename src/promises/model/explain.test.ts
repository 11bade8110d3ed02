import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueAt } from './due.ts'
import { shift, sundayToThursday } from './examples.ts'
import { type ExplainedDay, explain } from './explain.ts'

const name = { ar: 'العيد الوطني', en: 'National Day' }
const date = (text: string) => Temporal.PlainDate.from(text)
const holidays = [
  { from: date('2026-12-16'), to: date('2026-12-17'), name },
  { from: date('2026-12-20'), to: date('2026-12-20'), name, hours: [shift('07:00', '11:00')] },
]
const calendar = sundayToThursday({ version: 4, holidays })
const start = Temporal.ZonedDateTime.from('2026-12-14T10:00[Asia/Bahrain]')

const line = ({ date, counted, because, holiday, hours }: ExplainedDay) =>
  [date, counted ?? because, holiday?.en, hours.map(({ open, close }) => `${open}-${close}`).join()].join(' ')

test('a person can count along, day by day', () => {
  assert.deepEqual(explain(start, 3, calendar).days.map(line), [
    '2026-12-14 start  07:00:00-14:15:00',
    '2026-12-15 1  07:00:00-14:15:00',
    '2026-12-16 holiday National Day ',
    '2026-12-17 holiday National Day ',
    '2026-12-18 weekend  ',
    '2026-12-19 weekend  ',
    '2026-12-20 2 National Day 07:00:00-11:00:00',
    '2026-12-21 3  07:00:00-14:15:00',
  ])
})

test('the explanation ends with the date that was told, and names the calendar that it came from', () => {
  const told = explain(start, 3, calendar)
  assert.ok(told.due.equals(dueAt(start, 3, calendar)))
  assert.deepEqual(
    [told.calendar, told.version, told.timeZone, told.workingDays],
    ['example', 4, 'Asia/Bahrain', 3],
  )
})

test('the explanation says which hours held, so that Ramadan is recognised', () => {
  const [usual] = calendar.weeks
  assert.ok(usual)
  const name = { ar: 'رمضان', en: 'Ramadan' }
  const ramadan = { ...usual, from: date('2026-12-15'), until: date('2026-12-15'), name }
  const { days } = explain(start, 1, sundayToThursday({ weeks: [usual, ramadan] }))
  assert.deepEqual(
    days.map(({ season }) => season?.en),
    [undefined, 'Ramadan'],
  )
})
