import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { findCauses } from './causes.ts'
import { expect, mean } from './expect.ts'
import { judge, type Reading } from './judge.ts'
import { namesOf, type SeriesDimension, type WeekCell, weeksOf } from './series.ts'

/** Real series; where they are not, the test says so and measures nothing. */
const DATA = join(import.meta.dirname, '../../../../../shared/data')
const NEW_YORK = join(DATA, 'nyc_council_casework/cases.csv.gz')
const BALTIMORE = join(DATA, 'baltimore_311/requests.csv')
/** A forecast for a week is made when so many weeks lie behind it. */
const FIRST = 60

type Row = Record<string, string>
const read = (path: string): Row[] => {
  const file = readFileSync(path)
  return parse(path.endsWith('.gz') ? gunzipSync(file) : file, { columns: true })
}

for (const { name, path, date, by, least } of [
  {
    name: 'New York',
    path: NEW_YORK,
    date: 'opened',
    by: [['category'], ['borough'], ['category', 'borough']],
    least: 1000,
  },
  { name: 'Baltimore', path: BALTIMORE, date: 'created', by: [['agency'], ['type']], least: 150 },
])
  test(`${name}: weeks are forecast better than by the mean of the last four`, (t) => {
    if (!existsSync(path)) return t.skip(`absent: ${path}`)
    const rows = read(path)
    const whole = compare([rows.map((row) => row[date] ?? '')])
    t.diagnostic(said(`${name}, all`, whole))
    assert.ok(whole.ours < whole.naive)
    for (const columns of by) {
      const keyOf = (row: Row) => columns.map((each) => row[each] ?? '').join(' in ')
      const column = columns.join(' in ')
      const groups = [...Map.groupBy(rows, keyOf).values()].filter(({ length }) => length >= least)
      const each = compare(groups.map((group) => group.map((row) => row[date] ?? '')))
      t.diagnostic(said(`${name}, ${groups.length} series by ${column}`, each))
      assert.ok(each.ours < each.naive, column)
      assert.ok(each.inside > 0.9 && each.inside < 0.99, `${column}: ${each.inside} within the interval`)
    }
  })

/**
 * What woke the room in New York's years, one judgement a week, each expectation from the weeks before it alone: how
 * many series were beyond their interval, and how many alerts that came to.
 */
test('New York: what is beyond the expected in many series is few alerts', (t) => {
  if (!existsSync(NEW_YORK)) return t.skip(`absent: ${NEW_YORK}`)
  const cells = weeklyCells(read(NEW_YORK))
  const names = [...new Set(cells.flatMap((week) => week.flatMap(namesOf)))]
  const counts = cells.map((week) => {
    const of = new Map<string, number>()
    for (const cell of week)
      for (const name of namesOf(cell)) of.set(name, (of.get(name) ?? 0) + cell.received)
    return of
  })
  let [beyond, alerts, most] = [0, 0, 0]
  for (let at = FIRST; at < cells.length; at++) {
    const readings = names.flatMap((name) => readingAt(name, counts, at))
    const these = cells[at] ?? []
    const before = cells.slice(at - 4, at).flat()
    const judged = findCauses(readings, new Map(), {
      these,
      before: before.map((cell) => ({ ...cell, received: cell.received / 4 })),
    })
    const opened = judged.filter(({ judgement }) => judgement?.does === 'open').length
    beyond += readings.filter((each) => judge(each)).length
    alerts += opened
    most = Math.max(most, opened)
  }
  const weeks = cells.length - FIRST
  t.diagnostic(
    `New York, ${names.length} series: ${beyond} times beyond the interval in ${weeks} weeks, ${alerts} alerts, ${most} in one week at most`,
  )
  assert.ok(alerts < beyond)
})

const DAY = 86_400_000

/** Cases of each week by category and borough; the borough stands for the governorate. */
function weeklyCells(rows: Row[]): WeekCell[][] {
  const days = rows.map((row) => Math.floor(Date.parse((row.opened ?? '').slice(0, 10)) / DAY))
  const first = days.reduce((least, day) => Math.min(least, day))
  const weeks = new Map<number, Map<string, WeekCell>>()
  for (const [at, row] of rows.entries()) {
    const week = Math.floor(((days[at] ?? 0) - first) / 7)
    const cell = { entity: '', category: row.category ?? '', place: row.borough ?? '' }
    const of = weeks.get(week) ?? new Map<string, WeekCell>()
    const key = `${cell.category}/${cell.place}`
    of.set(key, { ...cell, received: (of.get(key)?.received ?? 0) + 1 })
    weeks.set(week, of)
  }
  return Array.from({ length: Math.max(...weeks.keys()) }, (_, week) => [
    ...(weeks.get(week)?.values() ?? []),
  ])
}

/** A series of enough cases in the half year before, as it stands beside what was to be expected of the week. */
function readingAt(name: string, counts: readonly ReadonlyMap<string, number>[], at: number): Reading[] {
  const weeks = counts.slice(0, at).map((of) => of.get(name) ?? 0)
  if (weeks.slice(-26).reduce((sum, each) => sum + each, 0) < 20) return []
  const found = expect(weeks)
  const [dimension = '', ...key] = name.split(':')
  const series = { dimension: dimension as SeriesDimension, key: key.join(':') }
  const observed = counts[at]?.get(name) ?? 0
  return found ? [{ ...series, ...found, observed, toCome: 0 }] : []
}

interface Compared {
  ours: number
  naive: number
  /** The share of weeks within an interval that was to hold nineteen of twenty. */
  inside: number
  n: number
}

/** Mean absolute errors one week ahead, each forecast made from the weeks before it alone. */
function compare(series: string[][]): Compared {
  const errors: { ours: number; naive: number; inside: number }[] = []
  for (const dates of series) {
    const weeks = weeksOf(daily(dates))
    for (let at = FIRST; at < weeks.length; at++) {
      const [found, real = 0] = [expect(weeks.slice(0, at)), weeks[at]]
      assert.ok(found)
      errors.push({
        ours: Math.abs(real - found.expected),
        naive: Math.abs(real - mean(weeks.slice(at - 4, at))),
        inside: real >= found.low && real <= found.high ? 1 : 0,
      })
    }
  }
  const of = (what: 'ours' | 'naive' | 'inside') => mean(errors.map((each) => each[what]))
  return { ours: of('ours'), naive: of('naive'), inside: of('inside'), n: errors.length }
}

function daily(dates: string[]): number[] {
  const numbers = dates.map((date) => Math.floor(Date.parse(date.slice(0, 10)) / 86_400_000))
  const [first, last] = numbers.reduce<[number, number]>(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [1e9, 0],
  )
  const days = Array<number>(last - first + 1).fill(0)
  for (const day of numbers) days[day - first] = (days[day - first] ?? 0) + 1
  return days
}

const said = (what: string, { ours, naive, inside, n }: Compared) =>
  `${what}: mean error of a week ${ours.toFixed(2)} cases, of the mean of four weeks ${naive.toFixed(2)} ` +
  `(${(100 * (1 - ours / naive)).toFixed(1)} % less), ${(100 * inside).toFixed(1)} % within the interval, n = ${n}`
