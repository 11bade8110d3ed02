import type { Context } from 'hono'
import { dashboard } from '#insight'
import { allow, type Limiter, limiter } from '#people'
import { direction, type Reader } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { attachment } from '../forms/send-file.ts'
import { csvOf } from './csv.ts'
import { figuresPdf } from './pdf.ts'
import { type Cell, type FileTable, tablesOf } from './tables.ts'

/** What a page of figures shows, to take along: the same address, the same reach. */
export function exportFigures(papers: Limiter = limiter({ burst: 10, everySeconds: 3 })) {
  return async (c: Context<StaffEnv>) => {
    const { tools, officer, page } = c.var
    const found = await dashboard(tools, officer, c.req.query())
    const format = FORMATS[c.req.param('format') ?? '']
    if (!found.ok || !format) return c.notFound()
    // Drawing a PDF takes some ten milliseconds of the process.
    if (!allow(papers, officer.id, tools.wall.now())) {
      c.header('Retry-After', '5')
      return c.body(null, 429)
    }
    const tables = tablesOf(page.reader, found.value, await tools.directory())
    const body = await format.write(page.reader, tables)
    return c.body(body, 200, {
      'Content-Type': format.type,
      'Content-Disposition': attachment(`sawt-${found.value.period.name}.${c.req.param('format')}`),
      'Cache-Control': 'private, no-store',
    })
  }
}

type Write = (reader: Reader, tables: [FileTable, FileTable]) => Promise<string | Uint8Array<ArrayBuffer>>

const csv: Write = async (_, [all, lines]) =>
  csvOf([[all.title], all.head, ...plain(all.rows), [], lines.head, ...plain(lines.rows)])

const plain = (rows: Cell[][]) =>
  rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.value)))

/** Two sheets, from right to left in Arabic; shares as percentages that can be counted with. */
const xlsx: Write = async (reader, tables) => {
  const { default: write } = await import('write-excel-file/node')
  const file = write(
    tables.map(({ title, head, rows }) => ({
      sheet: title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      data: [
        head.map((value) => ({ value, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(excelCell)),
      ],
      rightToLeft: direction(reader.locale) === 'rtl',
      columns: head.map((_, at) => ({ width: at === 0 ? 44 : 16 })),
      stickyRowsCount: 1,
    })),
  )
  return new Uint8Array(await file.toBuffer())
}

function excelCell(cell: Cell) {
  if (typeof cell === 'string') return { value: cell, type: String }
  if (cell.value === null) return null
  return { value: cell.value, type: Number, format: cell.unit === 'share' ? '0%' : '#,##0.##' }
}

const FORMATS: Record<string, { type: string; write: Write }> = {
  csv: { type: 'text/csv; charset=utf-8', write: csv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
  pdf: {
    type: 'application/pdf',
    write: async (reader, tables) => new Uint8Array(await figuresPdf(reader, tables)),
  },
}
