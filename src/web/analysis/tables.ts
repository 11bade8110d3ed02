import type { Directory } from '#entities'
import { type Dashboard, INDICATORS, type Indicator, isCount, type Measured, type Unit } from '#insight'
import { type Reader, words } from '#words'
import { nameOf } from './names.ts'
import { scopeName } from './page.tsx'
import { figure, sayMeasured, sayPeriod } from './say-value.ts'

/** A cell of a file: a text, or a number in its unit, as exact as a page shows it. */
export type Cell = string | { value: number | null; unit: Unit }

export interface FileTable {
  title: string
  head: string[]
  rows: Cell[][]
}

/** What a page of figures shows, as tables for spreadsheets: all indicators, and the breakdown with all of them. */
export const tablesOf = (reader: Reader, board: Dashboard, directory: Directory): [FileTable, FileTable] => [
  indicatorTable(reader, board, directory),
  breakdownTable(reader, board, directory),
]

/** A line an indicator, each with its unit and of how many it speaks. */
export function indicatorTable(reader: Reader, board: Dashboard, directory: Directory): FileTable {
  const { insight } = words(reader.locale)
  const { period, previous, peers } = board
  const row = (known: Indicator): Cell[] => {
    const [now, before] = [figure(board.now, known.id), figure(board.before, known.id)]
    return [
      known.name[reader.locale],
      insight.units[known.unit],
      ...[now, before].flatMap((of) => [valueCell(reader, known, of), countOf(reader, known, of)]),
      shown(known.target, known.unit),
      ...(peers ? [valueCell(reader, known, figure(peers.measured, known.id))] : []),
    ]
  }
  const ofPeriod = (name: string) => [name, `${name}: ${insight.n}`]
  return {
    title: `${scopeName(reader, board, directory)} · ${sayPeriod(reader, period)}`,
    head: [
      insight.indicator,
      insight.unit,
      ...[period, previous].flatMap((each) => ofPeriod(sayPeriod(reader, each))),
      insight.target,
      ...(peers ? [insight.countsPerEntity(insight.peers(peers.entities))] : []),
    ],
    rows: INDICATORS.map(row),
  }
}

/** A line an entity, a governorate …; units in the head, and beside what is no count of how many it speaks. */
export function breakdownTable(
  reader: Reader,
  { by, lines }: Pick<Dashboard, 'by' | 'lines'>,
  directory: Directory,
  { chosen = INDICATORS, withCounts = true }: { chosen?: readonly Indicator[]; withCounts?: boolean } = {},
): FileTable {
  const { insight } = words(reader.locale)
  const counted = (known: Indicator) => withCounts && !isCount(known)
  const head = (known: Indicator) => {
    const name = known.name[reader.locale]
    const said = isCount(known) ? name : `${name} (${insight.units[known.unit]})`
    return counted(known) ? [said, `${name}: ${insight.n}`] : [said]
  }
  const cells = (measured: readonly Measured[]) => (known: Indicator) => {
    const of = figure(measured, known.id)
    const value = valueCell(reader, known, of)
    return counted(known) ? [value, countOf(reader, known, of)] : [value]
  }
  return {
    title: insight.by[by],
    head: [insight.by[by], ...chosen.flatMap(head)],
    rows: lines.map(({ key, measured }) => [
      nameOf(reader, directory, by, key),
      ...chosen.flatMap(cells(measured)),
    ]),
  }
}

const valueCell = (reader: Reader, known: Indicator, of: Measured | undefined): Cell =>
  of?.notKept ? sayMeasured(reader, known, of) : shown(of?.value ?? null, known.unit)

const countOf = (reader: Reader, known: Indicator, of: Measured | undefined): Cell =>
  of?.notKept ? sayMeasured(reader, known, of) : { value: of?.n ?? 0, unit: 'cases' }

/** Rounded as it is shown: shares to whole hundredths, everything else to tenths. */
export function shown(value: number | null, unit: Unit): Cell {
  const steps = unit === 'share' ? 100 : 10
  return { value: value === null ? null : Math.round(Number((value * steps).toFixed(9))) / steps, unit }
}
