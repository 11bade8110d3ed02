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

export interface Suppressed {
  rows: Shown[]
  /** Columns whose total would give away what they keep back. */
  withoutTotal: string[]
}

/**
 * What of a table may be published, so that no count from 1 to 4, and no rest from 1 to 4 of a count and its part, can
 * be read or worked out from the totals.
 *
 * In each row no such number stands, and a part is shown only with its whole. In each column what is kept back comes,
 * together, to numbers that may be known: at least two cells, at least five; and so do the rests of those cells. Where
 * that cannot be reached, the column goes without its total, which then no other table may show.
 */
export function suppress(
  rows: readonly Row[],
  columns: readonly string[],
  parts: readonly Part[],
): Suppressed {
  const shown: Shown[] = rows.map((row) => Object.fromEntries(columns.map((each) => [each, row[each] ?? 0])))
  const withoutTotal = new Set<string>()
  for (let changed = true; changed; ) {
    changed = false
    for (const [at, row] of rows.entries())
      changed = hideInRow(row, shown[at] ?? {}, columns, parts) || changed
    for (const column of columns)
      if (!withoutTotal.has(column))
        changed = hideInColumn(rows, shown, column, parts, () => withoutTotal.add(column)) || changed
  }
  return { rows: shown, withoutTotal: [...withoutTotal] }
}

/** One row by itself: the total. */
export const suppressRow = (row: Row, columns: readonly string[], parts: readonly Part[]): Shown => {
  const shown: Shown = Object.fromEntries(columns.map((each) => [each, row[each] ?? 0]))
  while (hideInRow(row, shown, columns, parts));
  return shown
}

function hideInRow(row: Row, shown: Shown, columns: readonly string[], parts: readonly Part[]): boolean {
  const small = columns.filter((each) => isSmall(row[each] ?? 0))
  const telling = parts
    .filter(({ part, whole }) => shown[whole] === null || isSmall(rest(row, { part, whole })))
    .map(({ part }) => part)
  const hidden = [...small, ...telling].filter((each) => shown[each] !== null)
  for (const each of hidden) shown[each] = null
  return hidden.length > 0
}

/** Hides one more cell beside those that are hidden, the one with the least behind it. @returns whether it did */
function hideInColumn(
  rows: readonly Row[],
  shown: Shown[],
  column: string,
  parts: readonly Part[],
  withoutTotal: () => void,
): boolean {
  const sides = [
    (row: Row) => row[column] ?? 0,
    ...parts.filter(({ part }) => part === column).map((each) => (row: Row) => rest(row, each)),
  ]
  const hidden = rows.filter((_, at) => shown[at]?.[column] === null)
  if (hidden.length === 0) return false
  for (const side of sides) {
    if (bears(hidden.map(side))) continue
    const [next] = rows
      .map((row, at) => ({ at, behind: side(row) }))
      .filter(({ at, behind }) => behind > 0 && shown[at]?.[column] !== null)
      .sort((one, other) => one.behind - other.behind)
    if (!next) {
      withoutTotal()
      return true
    }
    ;(shown[next.at] as Shown)[column] = null
    return true
  }
  return false
}

/** Whether the sum of these may be known: nobody, or several who together are enough. */
function bears(counts: readonly number[]): boolean {
  const sum = counts.reduce((total, each) => total + each, 0)
  return sum === 0 || (sum >= LEAST && counts.filter((each) => each > 0).length >= 2)
}

const rest = (row: Row, { part, whole }: Part): number => (row[whole] ?? 0) - (row[part] ?? 0)

export const isSmall = (count: number): boolean => count > 0 && count < LEAST
