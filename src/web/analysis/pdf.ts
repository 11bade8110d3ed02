import type { Directory } from '#entities'
import { type Dashboard, INDICATORS, type Indicator, indicator } from '#insight'
import { pdfOf } from '#platform'
import { direction, formatDate, type Reader, words } from '#words'
import { change, comparable, figure, sayValue } from './say-value.ts'
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
    // The unit is said with each value; of how many stands beside it.
    head: head.filter((_, at) => at !== UNIT).map((each, at) => (at === 2 || at === 4 ? insight.n : each)),
    rows: rows.map((row, at) => ({
      definition: INDICATORS[at]?.definition[reader.locale] ?? '',
      went: wentOf(reader, board, INDICATORS[at]),
      cells: row.filter((_, place) => place !== UNIT).map(say),
    })),
    of: insight.page,
    lines: {
      title: lines.title,
      head: [insight.by[board.by], ...chosen.map(({ name }) => name[reader.locale])],
      rows: lines.rows.map((row) => row.map(say)),
    },
  })
}

const UNIT = 1

/** Better or worse than the period before, in a word; empty where that says nothing. */
function wentOf(reader: Reader, board: Dashboard, known: Indicator | undefined): string {
  if (!known || !comparable(board, known)) return ''
  const [now, before] = [board.now, board.before].map((of) => figure(of, known.id)?.value ?? null)
  const went = change(known, now ?? null, before ?? null)
  return went ? words(reader.locale).insight[went] : ''
}

const said = (reader: Reader, cell: Cell): string =>
  typeof cell === 'string' ? cell : cell.value === null ? '–' : sayValue(reader, cell, cell.value)

const PAPER = `
#let d = json(bytes(sys.inputs.data))
#let brand = rgb("#0b5c57")
#let line-colour = rgb("#d9d3c7")
#let soft = rgb("#5f5a50")
#set document(title: d.title, author: d.service)
#set page(paper: "a4", margin: (x: 15mm, top: 16mm, bottom: 16mm), numbering: (at, all) => [#at #d.of #all])
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
    [#r.cells.at(1) #if r.went != "" [#linebreak() #text(size: 7pt, fill: soft, r.went)]],
    ..r.cells.slice(2).map(c => [#c]),
  )).flatten(),
)
#if d.lines.rows.len() > 0 [
  #v(6mm)
  #block(sticky: true, text(size: 14pt, weight: 600, d.lines.title))
  #numbers(
    2.2fr, d.lines.head.len(),
    table.header(..d.lines.head.map(h => text(weight: 600, h))),
    ..d.lines.rows.flatten().map(c => [#c]),
  )
]
`
