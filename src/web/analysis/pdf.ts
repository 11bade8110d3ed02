import type { Directory } from '#entities'
import { type Dashboard, INDICATORS, indicator } from '#insight'
import { pdfOf } from '#platform'
import { direction, formatDate, type Reader, words } from '#words'
import { sayValue } from './say-value.ts'
import { breakdownTable, type Cell, indicatorTable } from './tables.ts'

/** Columns that fit across a page; the files for spreadsheets have all of them. */
const COLUMNS = [
  'received',
  'answered',
  'on-time',
  'median-days',
  'p90-days',
  'open',
  'overdue',
  'satisfaction',
]

/** Figures as a paper to print, in the reader's language and direction. */
export function figuresPdf(reader: Reader, board: Dashboard, directory: Directory): Promise<Buffer> {
  const { insight, common } = words(reader.locale)
  const { title, head, rows } = indicatorTable(reader, board, directory)
  const chosen = COLUMNS.flatMap((id) => indicator(id) ?? [])
  const lines = breakdownTable(reader, board, directory, { chosen, withCounts: false })
  const { from, to } = board.period
  const say = (cell: Cell) => said(reader, cell)
  return pdfOf(PAPER, {
    lang: reader.locale,
    dir: direction(reader.locale),
    service: common.service,
    title,
    about: board.running
      ? insight.running(formatDate(reader, board.today))
      : insight.complete(formatDate(reader, from), formatDate(reader, to.subtract({ days: 1 }))),
    // The unit is said with each value.
    head: head.filter((_, at) => at !== UNIT),
    rows: rows.map((row, at) => ({
      definition: INDICATORS[at]?.definition[reader.locale] ?? '',
      cells: row.filter((_, place) => place !== UNIT).map(say),
    })),
    lines: {
      title: lines.title,
      head: [insight.by[board.by], ...chosen.map(({ name }) => name[reader.locale])],
      rows: lines.rows.map((row) => row.map(say)),
    },
  })
}

const UNIT = 1

const said = (reader: Reader, cell: Cell): string =>
  typeof cell === 'string' ? cell : cell.value === null ? '–' : sayValue(reader, cell, cell.value)

const PAPER = `
#let d = json(bytes(sys.inputs.data))
#let brand = rgb("#0b5c57")
#let line-colour = rgb("#d9d3c7")
#let soft = rgb("#5f5a50")
#set document(title: d.title, author: d.service)
#set page(paper: "a4", margin: (x: 15mm, top: 16mm, bottom: 16mm), numbering: "1 / 1")
#set text(font: "IBM Plex Sans Arabic", lang: d.lang, dir: if d.dir == "rtl" { rtl } else { ltr }, size: 8.5pt)
#let numbers(first, count, ..cells) = table(
  columns: (first, ..range(count - 1).map(_ => 1fr)),
  stroke: (x, y) => (bottom: if y == 0 { 0.9pt + brand } else { 0.5pt + line-colour }),
  inset: (x: 3pt, y: 4.5pt),
  align: (x, y) => if x == 0 { start + top } else { end + top },
  ..cells,
)
#text(size: 10pt, weight: 600, fill: brand, d.service)
#v(-2mm)
#line(length: 100%, stroke: 1.2pt + brand)
#text(size: 16pt, weight: 600, d.title)
#v(-2mm)
#text(fill: soft, d.about)
#v(2mm)
#numbers(
  3.4fr, d.head.len(),
  table.header(..d.head.map(h => text(weight: 600, h))),
  ..d.rows.map(r => (
    [#text(weight: 600, r.cells.at(0)) #linebreak() #text(size: 7pt, fill: soft, r.definition)],
    ..r.cells.slice(1).map(c => [#c]),
  )).flatten(),
)
#if d.lines.rows.len() > 0 [
  #pagebreak()
  #text(size: 14pt, weight: 600, d.lines.title)
  #numbers(
    2.2fr, d.lines.head.len(),
    table.header(..d.lines.head.map(h => text(weight: 600, h))),
    ..d.lines.rows.flatten().map(c => [#c]),
  )
]
`
