import type { Directory } from '#entities'
import { type Dashboard, INDICATORS, type Measured, type Unit } from '#insight'
import { type Reader, words } from '#words'
import { nameOf } from './names.ts'
import { scopeName } from './page.tsx'
import { figure, sayPeriod } from './say-value.ts'

/** A cell of a file: a text, or a number in its unit. */
export type Cell = string | { value: number | null; unit: Unit }

export interface FileTable {
  title: string
  head: string[]
  rows: Cell[][]
}

/** What a page of figures shows, as tables for files: all indicators, and the breakdown with all of them. */
export function tablesOf(reader: Reader, board: Dashboard, directory: Directory): [FileTable, FileTable] {
  const { insight } = words(reader.locale)
  const title = `${scopeName(reader, board, directory)} · ${sayPeriod(reader, board.period)}`
  const value = (of: readonly Measured[], id: string, unit: Unit): Cell => ({
    value: figure(of, id)?.value ?? null,
    unit,
  })
  return [
    {
      title,
      head: [
        insight.indicator,
        sayPeriod(reader, board.period),
        insight.n,
        sayPeriod(reader, board.previous),
        insight.target,
        ...(board.peers ? [insight.peers(board.peers.entities)] : []),
      ],
      rows: INDICATORS.map(({ id, name, unit, target }) => [
        name[reader.locale],
        value(board.now, id, unit),
        { value: figure(board.now, id)?.n ?? 0, unit: 'cases' },
        value(board.before, id, unit),
        { value: target, unit },
        ...(board.peers ? [value(board.peers.measured, id, unit)] : []),
      ]),
    },
    {
      title: insight.by[board.by],
      head: [insight.by[board.by], ...INDICATORS.map(({ name }) => name[reader.locale])],
      rows: board.lines.map(({ key, measured }) => [
        nameOf(reader, directory, board.by, key),
        ...INDICATORS.map(({ id, unit }) => value(measured, id, unit)),
      ]),
    },
  ]
}
