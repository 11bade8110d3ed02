import { determined, type Equation } from './determined.ts'
import {
  asTheyAre,
  bears,
  hideMore,
  isSmall,
  least,
  type Part,
  type Row,
  type Shown,
  sidesOf,
  suppressRow,
  type Table,
} from './suppress.ts'

/** A line of a table: which table, which line. */
export type Line = readonly [table: number, at: number]

/** Lines of two tables that are about the same cases: some categories are all that an entity does. */
export interface Tie {
  one: readonly Line[]
  other: readonly Line[]
}

/** Everything that is published of a period, cut up in several ways. */
export interface Edition {
  tables: readonly Table[]
  total: Row
  /** What earlier editions counted in all. */
  earlierTotals?: readonly Row[]
  ties: readonly Tie[]
}

/**
 * What may be published of several tables that share their total. As `suppress`, and what one table keeps back cannot
 * be had from another: neither where their lines are about the same cases, nor by putting all tables together.
 */
export function suppressTables(
  edition: Edition,
  columns: readonly string[],
  parts: readonly Part[],
): { tables: Shown[][]; total: Shown } {
  const { tables, ties } = edition
  const shown = tables.map((table) => asTheyAre(table, columns))
  const withoutTotal = new Set<string>()
  const whole = suppressRow(edition.total, columns, parts, edition.earlierTotals)
  for (const column of columns) if (whole[column] === null) withoutTotal.add(column)
  for (let changed = true; changed; ) {
    changed = false
    for (const [at, table] of tables.entries())
      while (hideMore(table, shown[at] ?? [], columns, parts, withoutTotal)) changed = true
    for (const column of columns)
      if (hideTied(tables, shown, column, parts, ties)) changed = true
      else if (hideDetermined(edition, shown, column, parts, withoutTotal)) changed = true
  }
  for (const column of withoutTotal) whole[column] = null
  while (hideParts(whole, parts));
  showNought(shown, whole, columns)
  return { tables: shown, total: whole }
}

/** Where the published total is nought, everybody knows that each line is: hiding it would protect nobody. */
function showNought(tables: Shown[][], total: Shown, columns: readonly string[]): void {
  for (const column of columns) if (total[column] === 0) for (const line of tables.flat()) line[column] = 0
}

function hideParts(row: Shown, parts: readonly Part[]): boolean {
  const telling = parts.filter(({ part, whole }) => row[whole] === null && row[part] !== null)
  for (const { part } of telling) row[part] = null
  return telling.length > 0
}

/** Where one side of a tie is shown, the other one's lines have a total that everybody knows. */
function hideTied(
  tables: readonly Table[],
  shown: Shown[][],
  column: string,
  parts: readonly Part[],
  ties: readonly Tie[],
): boolean {
  for (const { one, other } of ties)
    for (const [open, side] of [
      [one, other],
      [other, one],
    ] as const) {
      if (open.some((line) => isHidden(shown, line, column))) continue
      const next = nextOf(tables, shown, column, parts, side)
      if (next === 'bears') continue
      // Nothing else on this side: then the other side must not tell it.
      const found = next ?? smallest(tables, open, column)
      if (!found) continue
      hide(shown, found, column)
      return true
    }
  return false
}

/** The line to hide beside those of one side that are hidden; undefined where there is none left. */
function nextOf(
  tables: readonly Table[],
  shown: Shown[][],
  column: string,
  parts: readonly Part[],
  side: readonly Line[],
): Line | 'bears' | undefined {
  const [table = 0] = side[0] ?? []
  const lines = side.map(([, at]) => at)
  const hidden = lines.filter((at) => isHidden(shown, [table, at], column))
  const counts = sidesOf(tables[table] ?? { rows: [] }, column, parts)
  const weak = counts.find((count) => !bears(hidden.map(count)))
  if (!weak) return 'bears'
  const more = least(
    lines.filter((at) => !hidden.includes(at)),
    weak,
  )
  return more === undefined ? undefined : [table, more]
}

/** Whatever follows from all that is shown, taken together. Hides one more cell where that would be a small number. */
function hideDetermined(
  { tables, ties }: Edition,
  shown: Shown[][],
  column: string,
  parts: readonly Part[],
  withoutTotal: Set<string>,
): boolean {
  const lines = tables.flatMap(({ rows }, table) => rows.map((_, at): Line => [table, at]))
  const hidden = lines.filter((line) => isHidden(shown, line, column))
  if (hidden.length === 0) return false
  const place = new Map(hidden.map((line, at) => [nameOf(line), at]))
  const told = determined(hidden.length, equationsOf(tables, ties, place, withoutTotal.has(column)))
  const sides = tables.map((table) => sidesOf(table, column, parts))
  const given = hidden.find(
    ([table, at], which) => told.has(which) && sides[table]?.some((count) => isSmall(count(at))),
  )
  if (!given) return false
  const near = ties.filter(({ one, other }) =>
    [...one, ...other].some((line) => nameOf(line) === nameOf(given)),
  )
  const tied = near.flatMap(({ one, other }) => [...one, ...other])
  const open = (among: readonly Line[]) =>
    smallest(
      tables,
      among.filter((line) => !isHidden(shown, line, column)),
      column,
    )
  const next = open(tied) ?? open(lines.filter(([table]) => table === given[0])) ?? open(lines)
  if (next) hide(shown, next, column)
  else if (withoutTotal.has(column)) return false
  else withoutTotal.add(column)
  return true
}

/** What everybody knows of the hidden cells: what a table lacks to its total, and what tied lines come to. */
function equationsOf(
  tables: readonly Table[],
  ties: readonly Tie[],
  place: ReadonlyMap<string, number>,
  withoutTotal: boolean,
): Equation[] {
  const terms = (lines: readonly Line[], sign: 1 | -1) =>
    lines.flatMap((line) => {
      const at = place.get(nameOf(line))
      return at === undefined ? [] : [[at, sign] as const]
    })
  const whole = tables.map(({ rows }, table) => rows.map((_, at): Line => [table, at]))
  const [first = [], ...others] = whole
  const sums = withoutTotal
    ? others.map((each) => [...terms(first, 1), ...terms(each, -1)])
    : whole.map((each) => terms(each, 1))
  return [...sums, ...ties.map(({ one, other }) => [...terms(one, 1), ...terms(other, -1)])]
}

const smallest = (tables: readonly Table[], lines: readonly Line[], column: string): Line | undefined => {
  const count = ([table, at]: Line) => tables[table]?.rows[at]?.[column] ?? 0
  return lines.filter((line) => count(line) > 0).sort((one, other) => count(one) - count(other))[0]
}

const nameOf = ([table, at]: Line) => `${table}:${at}`

const isHidden = (shown: Shown[][], [table, at]: Line, column: string) =>
  shown[table]?.[at]?.[column] === null

function hide(shown: Shown[][], [table, at]: Line, column: string) {
  const row = shown[table]?.[at]
  if (row) row[column] = null
}
