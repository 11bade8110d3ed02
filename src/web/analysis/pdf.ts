import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { direction, type Reader, words } from '#words'
import { sayValue } from './say-value.ts'
import type { Cell, FileTable } from './tables.ts'

/** Columns that fit across a page; the files for spreadsheets have all of them. */
const MOST_COLUMNS = 8

/** Figures as a paper to print, in the reader's language and direction. */
export async function figuresPdf(reader: Reader, [all, lines]: [FileTable, FileTable]): Promise<Buffer> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fonts() }] })
  // Given as data, never as markup: nothing in it can be understood as an instruction to the typesetter.
  const data = {
    lang: reader.locale,
    dir: direction(reader.locale),
    service: words(reader.locale).common.service,
    tables: [all, lines].map(({ title, head, rows }) => ({
      title,
      head: head.slice(0, MOST_COLUMNS),
      rows: rows.map((row) => row.slice(0, MOST_COLUMNS).map((cell) => said(reader, cell))),
    })),
  }
  const pdf = compiler.pdf({ mainFileContent: PAPER, inputs: { data: JSON.stringify(data) } })
  compiler.evictCache(0)
  return pdf
}

const said = (reader: Reader, cell: Cell): string =>
  typeof cell === 'string' ? cell : cell.value === null ? '–' : sayValue(reader, cell, cell.value)

const FACES = ['400Regular/IBMPlexSansArabic_400Regular.ttf', '600SemiBold/IBMPlexSansArabic_600SemiBold.ttf']

function fonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return FACES.map((face) => readFileSync(resolve(`@expo-google-fonts/ibm-plex-sans-arabic/${face}`)))
}

const PAPER = `
#let d = json(bytes(sys.inputs.data))
#let brand = rgb("#0b5c57")
#let line-colour = rgb("#d9d3c7")
#set document(title: d.tables.at(0).title, author: d.service)
#set page(paper: "a4", margin: (x: 16mm, top: 18mm, bottom: 16mm), numbering: "1")
#set text(font: "IBM Plex Sans Arabic", lang: d.lang, dir: if d.dir == "rtl" { rtl } else { ltr }, size: 9pt)
#text(size: 18pt, weight: 600, fill: brand, d.service)
#line(length: 100%, stroke: 1.2pt + brand)
#for (at, t) in d.tables.enumerate() [
  #if at > 0 { pagebreak() }
  #text(size: 14pt, weight: 600, t.title)
  #v(2mm)
  #table(
    columns: (2.2fr, ..t.head.slice(1).map(_ => 1fr)),
    stroke: (x, y) => (bottom: 0.5pt + line-colour),
    inset: (x: 4pt, y: 5pt),
    align: (x, y) => if x == 0 { start } else { end },
    table.header(..t.head.map(h => text(weight: 600, h))),
    ..t.rows.flatten().map(c => [#c]),
  )
]
`
