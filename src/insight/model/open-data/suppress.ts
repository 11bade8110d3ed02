/** Counts under this are not published. Nought is: nobody stands behind it. */
export const LEAST = 5

/** A count that is part of another: knowing both tells the rest of it too. */
export interface Part {
  part: string
  whole: string
}

export type Row = Readonly<Record<string, number>>
/** A row as it may be shown: null where a number is kept back. */
export type Shown = Record<string, number | null>

/** A table, with what earlier editions said of the same lines: whoever kept one can subtract. */
export interface Table {
  rows: readonly Row[]
  /** Of each line, what it counted in each earlier edition. */
  earlier?: readonly (readonly Row[])[]
}

export interface Suppressed {
  rows: Shown[]
  /** Columns whose total would give away what they keep back. */
  withoutTotal: string[]
}

/**
 * What of a table may be published, so that no count from 1 to 4, and no rest from 1 to 4 of a count and its part, can
 * be read or worked out from the totals, also not by whoever knows one of the lines: an entity knows its own.
 *
 * In each row no such number stands, nor a change from 1 to 4 since an earlier edition, and a part is shown only with
 * its whole. In each column what is kept back comes together, without the largest of it, to nobody or at least five;
 * and so do the rests and the changes of those cells. Where that cannot be reached, the column goes without its total,
 * which then no other table may show.
 */
export function suppress(table: Table, columns: readonly string[], parts: readonly Part[]): Suppressed {
  const shown = asTheyAre(table, columns)
  const withoutTotal = new Set<string>()
  while (hideMore(table, shown, columns, parts, withoutTotal));
  return { rows: shown, withoutTotal: [...withoutTotal] }
}

/** Everything shown, to begin with. */
export const asTheyAre = ({ rows }: Table, columns: readonly string[]): Shown[] =>
  rows.map((row) => Object.fromEntries(columns.map((each) => [each, row[each] ?? 0])))

/** Hides what must not stand beside what is shown so far. @returns whether it hid anything */
export function hideMore(
  table: Table,
  shown: Shown[],
  columns: readonly string[],
  parts: readonly Part[],
  withoutTotal: Set<string>,
): boolean {
  let changed = false
  for (const [at, row] of table.rows.entries())
    changed = hideInRow(row, shown[at] ?? {}, columns, parts, table.earlier?.[at]) || changed
  for (const column of columns)
    if (!withoutTotal.has(column))
      changed =
        hideInColumn(table, shown, column, parts, () => {
          withoutTotal.add(column)
        }) || changed
  return changed
}

/** One row by itself: the total. */
export const suppressRow = (
  row: Row,
  columns: readonly string[],
  parts: readonly Part[],
  earlier: readonly Row[] = [],
): Shown => {
  const [shown = {}] = asTheyAre({ rows: [row] }, columns)
  while (hideInRow(row, shown, columns, parts, earlier));
  return shown
}

function hideInRow(
  row: Row,
  shown: Shown,
  columns: readonly string[],
  parts: readonly Part[],
  earlier: readonly Row[] = [],
): boolean {
  const gives = (of: (row: Row) => number) =>
    isSmall(of(row)) || earlier.some((was) => isSmall(Math.abs(of(row) - of(was))))
  const small = columns.filter((column) => gives((each) => each[column] ?? 0))
  const telling = parts
    .filter((part) => shown[part.whole] === null || gives((each) => rest(each, part)))
    .map(({ part }) => part)
  const hidden = [...small, ...telling].filter((each) => shown[each] !== null)
  for (const each of hidden) shown[each] = null
  return hidden.length > 0
}

/** Hides one more cell beside those that are hidden, the one with the least behind it. @returns whether it did */
function hideInColumn(
  table: Table,
  shown: Shown[],
  column: string,
  parts: readonly Part[],
  withoutTotal: () => void,
): boolean {
  const lines = [...table.rows.keys()]
  const hidden = lines.filter((at) => shown[at]?.[column] === null)
  if (hidden.length === 0) return false
  for (const side of sidesOf(table, column, parts)) {
    if (bears(hidden.map(side))) continue
    const next = least(
      lines.filter((at) => shown[at]?.[column] !== null),
      side,
    )
    if (next === undefined) withoutTotal()
    else (shown[next] as Shown)[column] = null
    return true
  }
  return false
}

/** What hiding a cell hides: its count, its rests, and how both changed. */
export function sidesOf({ rows, earlier }: Table, column: string, parts: readonly Part[]) {
  const counts = [
    (row: Row) => row[column] ?? 0,
    ...parts.filter(({ part }) => part === column).map((each) => (row: Row) => rest(row, each)),
  ]
  const editions = [...(earlier?.[0] ?? []).keys()]
  return counts.flatMap((of) => [
    (at: number) => of(rows[at] ?? {}),
    ...editions.map((edition) => (at: number) => {
      return Math.abs(of(rows[at] ?? {}) - of(earlier?.[at]?.[edition] ?? {}))
    }),
  ])
}

/** Of some lines the one with the least behind it, but somebody. */
export const least = (lines: readonly number[], side: (at: number) => number): number | undefined =>
  lines.filter((at) => side(at) > 0).sort((one, other) => side(one) - side(other))[0]

/** Whether the sum of these may be known, also to whoever knows one of them. */
export function bears(counts: readonly number[]): boolean {
  const sum = counts.reduce((total, each) => total + each, 0)
  return sum === 0 || sum - Math.max(...counts) >= LEAST
}

const rest = (row: Row, { part, whole }: Part): number => (row[whole] ?? 0) - (row[part] ?? 0)

export const isSmall = (count: number): boolean => count > 0 && count < LEAST
