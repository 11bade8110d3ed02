import { DIMENSIONS, type Dimensions } from './cubes.ts'
import { type Counts, MEASURES, type Measure } from './measures.ts'

export type Basis = 'happened' | 'received'
export type Lasted = 'answer' | 'first-action'

/** Counts of one day (basis `happened`) or one month, its first day (basis `received`). */
export interface Cell extends Dimensions {
  basis: Basis
  day: string
  counts: Partial<Counts>
}

/** How many took so long: `answer` in tenths of a day, `first-action` in hours. */
export interface Duration extends Dimensions {
  basis: Basis
  what: Lasted
  month: string
  bin: number
  n: number
}

export interface Contribution {
  cells: Cell[]
  durations: Duration[]
}

/** Adds up contributions; what comes to nothing is left out. `sign` −1 takes away. */
export function addUp(parts: readonly { of: Contribution; sign: 1 | -1 }[]): Contribution {
  const cells = new Map<string, Cell & { counts: Counts }>()
  const durations = new Map<string, Duration>()
  for (const { of, sign } of parts) {
    for (const cell of of.cells) addCell(cells, cell, sign)
    for (const duration of of.durations) addDuration(durations, duration, sign)
  }
  return {
    cells: [...cells.values()].filter(({ counts }) => MEASURES.some((each) => counts[each] !== 0)),
    durations: [...durations.values()].filter(({ n }) => n !== 0),
  }
}

function addCell(cells: Map<string, Cell & { counts: Counts }>, cell: Cell, sign: number) {
  const key = `${cell.basis}\t${cell.day}\t${keyOf(cell)}`
  let found = cells.get(key)
  if (!found) {
    found = { ...cell, counts: nothing() }
    cells.set(key, found)
  }
  for (const [measure, n] of Object.entries(cell.counts)) found.counts[measure as Measure] += sign * n
}

function addDuration(durations: Map<string, Duration>, duration: Duration, sign: number) {
  const { basis, what, month, bin, n } = duration
  const key = `${basis}\t${what}\t${month}\t${bin}\t${keyOf(duration)}`
  durations.set(key, { ...duration, n: (durations.get(key)?.n ?? 0) + sign * n })
}

const keyOf = (of: Dimensions): string => DIMENSIONS.map((each) => of[each]).join('\t')

export const nothing = (): Counts => Object.fromEntries(MEASURES.map((each) => [each, 0])) as Counts
