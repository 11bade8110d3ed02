import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseCalendar } from './parse-calendar.ts'

const hours = [['07:00', '14:15']]
const week = { days: { 7: hours, 1: hours, 2: hours, 3: hours, 4: hours } }
const name = { ar: 'عيد', en: 'Eid' }
const parse = (content: unknown, timeZone = 'Asia/Bahrain') =>
  parseCalendar({ id: 'example', version: 1, timeZone, content })

function refusal(content: unknown, timeZone?: string) {
  const read = parse(content, timeZone)
  return read.ok ? 'accepted' : [read.reason, read.details?.where ?? read.details?.zone].join(' ')
}

test('what an administrator wrote becomes hours and dates', () => {
  const holidays = [{ from: '2026-03-20', to: '2026-03-22', name, hours: [['09:00', '24:00']] }]
  const read = parse({ weeks: [week, { ...week, from: '2026-02-18', until: '2026-03-19', name }], holidays })
  assert.ok(read.ok)
  assert.equal(read.value.weeks[1]?.until?.toString(), '2026-03-19')
  assert.equal(read.value.weeks[0]?.days[7]?.[0]?.close.toString(), '14:15:00')
  assert.equal(read.value.holidays[0]?.hours?.[0]?.close.toString(), '00:00:00')
})

test('a calendar that would give wrong dates is refused, and the place is named', () => {
  const weeks = (...more: unknown[]) => ({ weeks: [week, ...more], holidays: [] })
  const off = (holiday: object) => ({
    weeks: [week],
    holidays: [{ from: '2026-03-20', to: '2026-03-22', name, ...holiday }],
  })
  const refused: [unknown, string][] = [
    [weeks({ days: {} }), 'calendar-week-never-open weeks.1'],
    [weeks({ days: { 1: [] } }), 'calendar-week-never-open weeks.1'],
    [weeks({ ...week, from: '2026-02-18', until: '2026-02-17' }), 'calendar-dates-reversed weeks.1'],
    [weeks({ days: { 1: [['15:00', '08:00']] } }), 'calendar-hours-reversed weeks.1'],
    [weeks({ days: { 1: [['08:00', '08:00']] } }), 'calendar-hours-reversed weeks.1'],
    [
      weeks({
        days: {
          1: [
            ['12:00', '15:00'],
            ['08:00', '12:30'],
          ],
        },
      }),
      'calendar-hours-overlap weeks.1',
    ],
    [off({ to: '2026-03-19' }), 'calendar-dates-reversed holidays.0'],
    [off({ to: '2027-03-19' }), 'calendar-holiday-too-long holidays.0'],
    [off({ hours: [['10:00', '09:00']] }), 'calendar-hours-reversed holidays.0'],
    [off({ to: '2026-02-30' }), 'calendar-unreadable holidays.0.to'],
    [off({ name: { ar: ' ', en: 'Eid' } }), 'calendar-unreadable holidays.0.name.ar'],
    [weeks({ days: { 8: hours } }), 'calendar-unreadable weeks.1.days'],
    [weeks({ days: { 1: [['24:00', '24:00']] } }), 'calendar-unreadable weeks.1.days.1.0.0'],
    [{ weeks: [{ ...week, from: '2026-01-01' }], holidays: [] }, 'calendar-without-usual-week '],
    [{ weeks: [], holidays: [] }, 'calendar-unreadable weeks'],
  ]
  for (const [content, reason] of refused) assert.equal(refusal(content), reason)
})

test('a shift may begin the moment another ends', () => {
  assert.equal(
    refusal({
      weeks: [
        {
          days: {
            1: [
              ['12:00', '15:00'],
              ['08:00', '12:00'],
            ],
          },
        },
      ],
      holidays: [],
    }),
    'accepted',
  )
})

test('a time zone has a name that a law can change; an offset has not', () => {
  for (const zone of ['Asia/Nowhere', '+03:00', '', 'asia', '\u0000']) {
    assert.equal(refusal({ weeks: [week], holidays: [] }, zone), `calendar-zone-unknown ${zone}`)
  }
})

test('whatever is written is either a calendar or a refusal, never an exception', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (content, zone) => void [parse(content), parse(week, zone)]),
  )
})
