/** A sum of unknowns that is known: which of them, with which sign. */
export type Equation = readonly (readonly [unknown: number, sign: 1 | -1])[]

/** A prime: whether something follows is asked of remainders, which are exact. */
const PRIME = 32_749

/**
 * Which unknowns follow from what is known of their sums (Gauss and Jordan).
 *
 * @param count of unknowns, numbered from 0
 */
export function determined(count: number, equations: readonly Equation[]): Set<number> {
  const rows = equations.filter((each) => each.length > 0).map((each) => rowOf(count, each))
  let rank = 0
  for (let column = 0; column < count && rank < rows.length; column++) {
    const found = rows.findIndex((row, at) => at >= rank && row[column] !== 0)
    if (found < 0) continue
    ;[rows[rank], rows[found]] = [rows[found] as number[], rows[rank] as number[]]
    clear(rows, rank, column)
    rank++
  }
  const alone = rows.slice(0, rank).map((row) => row.flatMap((each, at) => (each === 0 ? [] : [at])))
  return new Set(alone.flatMap((unknowns) => (unknowns.length === 1 ? unknowns : [])))
}

function rowOf(count: number, equation: Equation): number[] {
  const row = new Array<number>(count).fill(0)
  for (const [unknown, sign] of equation) row[unknown] = ((row[unknown] ?? 0) + sign + PRIME) % PRIME
  return row
}

/** Makes one row the only one that speaks of a column. */
function clear(rows: number[][], own: number, column: number): void {
  const pivot = rows[own] as number[]
  const inverse = power(pivot[column] ?? 1, PRIME - 2)
  for (const [at, each] of pivot.entries()) pivot[at] = (each * inverse) % PRIME
  for (const [at, row] of rows.entries()) {
    const factor = row[column] ?? 0
    if (at === own || factor === 0) continue
    for (const [place, each] of pivot.entries())
      row[place] = ((row[place] ?? 0) + (PRIME - factor) * each) % PRIME
  }
}

function power(base: number, exponent: number): number {
  let [result, square] = [1, base % PRIME]
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}
