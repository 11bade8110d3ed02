import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Calendar } from './calendar.ts'
import type { CalendarContent } from './calendar-content.ts'
import { dueAt, hoursDue } from './due.ts'
import { oracle, wallClock } from './oracle.test.ts'
import { parseCalendar } from './parse-calendar.ts'
import {
  addWorkingTime,
  dueAfterPause,
  workingDaysLate,
  workingDaysLeft,
  workingTimeBetween,
} from './working-time.ts'

/** `SAWT_ORACLE_CASES=100000` for the long run. */
const CASES = Number(process.env.SAWT_ORACLE_CASES ?? 2000)

/** One offset for ever; a change given up; clocks that jump at midnight, by half an hour, and for Ramadan. */
const ZONES = [
  'Asia/Bahrain',
  'Asia/Amman',
  'Africa/Cairo',
  'Europe/London',
  'Asia/Beirut',
  'Asia/Gaza',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Havana',
  'America/St_Johns',
] as const

const ar = 'عطلة'
const [START, END] = [Date.UTC(2019, 0, 1) / 60_000, Date.UTC(2028, 0, 1) / 60_000]

const hours = fc
  .uniqueArray(
    fc.oneof(
      fc.nat(24),
      fc.nat(96).map((q) => q / 4),
    ),
    { minLength: 2, maxLength: 6 },
  )
  .map((marks) => marks.sort((a, b) => a - b).map(clock))
  .map((marks) => marks.flatMap((open, i) => (i % 2 === 0 && marks[i + 1] ? [[open, marks[i + 1]]] : [])))
  .map((shifts) => shifts as [string, string][])

const days = fc
  .tuple(fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), { minLength: 1 }), hours, hours)
  .map(([weekdays, a, b]) => Object.fromEntries(weekdays.map((day, i) => [day, i % 3 === 2 ? b : a])))

/** Calendars whose dated weeks and holidays lie where the case happens. */
const situation = fc.constantFrom(...ZONES).chain((zone) =>
  startIn(zone).chain((start) => {
    const date = fc.integer({ min: -4, max: 20 }).map((shift) => isoDate(start / 1440 + shift))
    const dates = fc.tuple(date, date).map((pair) => pair.sort())
    const dated = fc.tuple(dates, days, fc.constantFrom('both', 'both', 'from', 'until'))
    const off = fc.tuple(dates, fc.option(hours))
    const content = fc.record({
      usual: days,
      dated: fc.array(dated, { maxLength: 3 }),
      off: fc.array(off, { maxLength: 3 }),
    })
    return fc.record({
      zone: fc.constant(zone),
      content: content.map(written),
      start: fc.constant(start),
      workingDays: fc.integer({ min: 1, max: 12 }),
      hours: fc.integer({ min: 1, max: 96 }),
      minutes: fc.integer({ min: 0, max: 3000 }),
      away: fc.integer({ min: -8000, max: 8000 }),
      pause: fc.nat(6000),
    })
  }),
)

test(`the arithmetic agrees with the wall clock minute by minute (${CASES} calendars)`, () => {
  const clocks = new Map(ZONES.map((zone) => [zone, wallClock(zone)]))
  fc.assert(
    fc.property(situation, ({ zone, content, start, workingDays, hours, minutes, away, pause }) => {
      const told = oracle(content, clocks.get(zone) ?? wallClock(zone))
      const calendar = accepted(zone, content)
      const [now, other] = [instant(start), instant(start + away)]
      const started = now.toZonedDateTimeISO(zone)
      const due = dueAt(started, workingDays, calendar)
      assert.equal(seconds(due), told.due(start, workingDays), 'due date')
      assert.equal(seconds(hoursDue(started, hours, calendar)), told.hoursDue(start, hours), 'hours')
      assert.equal(
        seconds(addWorkingTime(now, span(minutes), calendar)),
        told.after(start, minutes) * 60,
        'added',
      )
      const between = away < 0 ? -told.worked(start + away, start) : told.worked(start, start + away)
      assert.equal(workingTimeBetween(now, other, calendar).total('minutes') + 0, between + 0, 'between')
      assert.equal(workingDaysLeft(now, other, calendar), told.daysLeft(start, start + away), 'days left')
      assert.equal(workingDaysLate(now, other, calendar), told.daysLate(start, start + away), 'days late')
      const paused = { from: now, until: instant(start + pause) }
      const resumed = told.dueAfterPause(start + away, start, start + pause) * 60
      assert.equal(seconds(dueAfterPause(other, paused, calendar)), resumed, 'after a pause')
    }),
    { numRuns: CASES },
  )
})

/** Half of the cases start within a week of a change of the clocks, where there is one. */
function startIn(zone: string): fc.Arbitrary<number> {
  const anywhere = fc.integer({ min: START, max: END })
  const nearChange = fc.tuple(anywhere, fc.integer({ min: -10_000, max: 3000 })).map(([minute, shift]) => {
    const change = instant(minute).toZonedDateTimeISO(zone).getTimeZoneTransition('next')
    return change && seconds(change) / 60 < END ? seconds(change) / 60 + shift : minute
  })
  return fc.oneof(anywhere, nearChange)
}

type Dates = readonly string[]
type Drawn = {
  usual: Record<string, [string, string][]>
  dated: [Dates, Record<string, [string, string][]>, string][]
  off: [Dates, [string, string][] | null][]
}

const written = ({ usual, dated, off }: Drawn): CalendarContent => ({
  weeks: [
    { days: usual },
    ...dated.map(([[from, until], days, bounds]) => ({
      ...(bounds !== 'until' && { from }),
      ...(bounds !== 'from' && { until }),
      days,
    })),
  ],
  holidays: off.map(([[from = '', to = ''], hours]) => ({
    from,
    to,
    name: { ar, en: 'Holiday' },
    ...(hours && { hours }),
  })),
})

function accepted(timeZone: string, content: CalendarContent): Calendar {
  const read = parseCalendar({ id: 'drawn', version: 1, timeZone, content })
  assert.ok(read.ok, JSON.stringify(read))
  return read.value
}

function clock(hour: number): string {
  return `${String(Math.floor(hour)).padStart(2, '0')}:${String((hour % 1) * 60).padStart(2, '0')}`
}

const isoDate = (day: number) => new Date(Math.floor(day) * 86_400_000).toISOString().slice(0, 10)
const instant = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
const span = (minutes: number) => Temporal.Duration.from({ minutes })
const seconds = (at: { readonly epochMilliseconds: number }) => at.epochMilliseconds / 1000
