import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { expect, mean } from './expect.ts'
import { weeksOf } from './series.ts'

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
