import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CalendarContent } from './calendar-content.ts'

/**
 * Working time told a second time, as slowly and plainly as possible: it looks at every minute, asks what
 * the clock on the wall shows, and asks the calendar as it is written whether that minute is worked.
 * It shares no code with the arithmetic. Moments are minutes since 1970; answers end in seconds.
 */
export function oracle(content: CalendarContent, offset: (minute: number) => number) {
  const minutesWorked = new Map<number, boolean[]>()
  const wall = (minute: number) => minute + offset(minute)
  const date = (minute: number) => Math.floor(wall(minute) / 1440)
  const day = (number: number) => {
    const known = minutesWorked.get(number)
    if (known) return known
    const hours = hoursWritten(content, number)
    minutesWorked.set(number, hours)
    return hours
  }
  const open = (minute: number) => day(date(minute))[wall(minute) % 1440] === true
  /** Whether any minute that really happens on the date is worked. */
  const works = (number: number) => {
    for (let minute = number * 1440 - 900; minute < number * 1440 + 2340; minute++) {
      if (date(minute) === number && open(minute)) return true
    }
    return false
  }
  /** The end of a minute in seconds, a second less when the wall already shows another date. */
  const told = (minute: number) => (minute + 1) * 60 - (date(minute + 1) === date(minute) ? 0 : 1)

  const worked = (from: number, to: number) => {
    let count = 0
    for (let minute = from; minute < to; minute++) if (open(minute)) count++
    return count
  }
  const after = (from: number, minutes: number) => {
    let minute = from
    for (let left = minutes; left > 0; minute++) if (open(minute)) left--
    return minute
  }

  return {
    worked,
    after,
    due(started: number, workingDays: number) {
      let [counting, counted, last] = [date(started), 0, 0]
      for (let minute = started; ; minute++) {
        if (date(minute) > counting && counted === workingDays) return told(last)
        if (date(minute) > counting && open(minute)) [counting, counted] = [date(minute), counted + 1]
        if (date(minute) === counting && open(minute)) last = minute
      }
    },
    hoursDue(started: number, hours: number) {
      const known = new Map<number, boolean>()
      for (let [minute, left] = [started, hours * 60]; ; minute++) {
        const today = date(minute)
        if (!known.has(today)) known.set(today, works(today))
        if (known.get(today)) left--
        if (left === 0) return told(minute)
      }
    },
    daysLeft(now: number, due: number) {
      const [first, last] = [date(Math.min(now, due)), date(Math.max(now, due))]
      let days = 0
      for (let number = first + 1; number <= last; number++) if (works(number)) days++
      if (now <= due) return days
      return days === 0 ? -1 : -days
    },
    daysLate(now: number, due: number) {
      if (now <= due) return undefined
      return date(now) === date(due) ? 0 : -this.daysLeft(now, due)
    },
    dueAfterPause(due: number, from: number, until: number) {
      if (from >= due) return due
      const left = worked(from, due)
      return left > 0 ? after(until, left) : Math.max(due, until)
    },
  }
}

/** How far the clock on a zone's walls is ahead of UTC, in minutes; laws change it on a quarter of an hour. */
export function wallClock(timeZone: string) {
  const quarters = new Int16Array(QUARTERS_TO_2032).fill(UNKNOWN)
  return (minute: number): number => {
    const quarter = Math.floor(minute / 15)
    if (quarters[quarter] === UNKNOWN) quarters[quarter] = offsetAt(minute * 60_000, timeZone)
    return quarters[quarter] ?? 0
  }
}

const UNKNOWN = 9999
const QUARTERS_TO_2032 = 62 * 366 * 96

const offsetAt = (at: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 60e9

function hoursWritten({ weeks, holidays }: CalendarContent, number: number): boolean[] {
  const date = new Date(number * 86_400_000)
  const [text, weekday] = [date.toISOString().slice(0, 10), String(date.getUTCDay() || 7)]
  const length = (week: { from?: string | undefined; until?: string | undefined }) =>
    week.from && week.until ? Date.parse(week.until) - Date.parse(week.from) : Number.MAX_VALUE
  let holds: CalendarContent['weeks'][number] | undefined
  for (const week of weeks) {
    if ((week.from && text < week.from) || (week.until && text > week.until)) continue
    const narrower = !holds || length(week) < length(holds)
    const level = holds && length(week) === length(holds)
    if (narrower || (level && (week.from ?? '') >= (holds?.from ?? ''))) holds = week
  }
  let hours = Object.entries(holds?.days ?? {}).find(([name]) => name === weekday)?.[1] ?? []
  const today = holidays.filter(({ from, to }) => from <= text && text <= to)
  if (today.length > 0 && hours.length > 0) {
    hours = today.some((holiday) => !holiday.hours) ? [] : (today[today.length - 1]?.hours ?? [])
  }
  return CLOCK.map((shown) => hours.some(([opens, closes]) => opens <= shown && shown < closes))
}

/** What a clock shows through the day: 00:00, 00:01, … 23:59. */
const CLOCK = Array.from({ length: 1440 }, (_, minute) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'),
)

test('the oracle itself knows a Thursday with its weekend', () => {
  const hours: [string, string][] = [['08:00', '15:00']]
  const days = { 7: hours, 1: hours, 2: hours, 3: hours, 4: hours }
  const { due, hoursDue, worked } = oracle({ weeks: [{ days }], holidays: [] }, wallClock('Asia/Bahrain'))
  const at = (text: string) => Temporal.Instant.from(`${text}+03:00`).epochMilliseconds / 60_000
  assert.equal(due(at('2026-10-01T14:00'), 3), at('2026-10-06T15:00') * 60)
  assert.equal(hoursDue(at('2026-10-01T10:00'), 48), at('2026-10-05T10:00') * 60)
  assert.equal(worked(at('2026-10-01T14:00'), at('2026-10-04T09:00')), 120)
})
