import type { Context } from 'hono'
import type { Directory } from '#entities'
import { type Dashboard, dashboard, type Unit } from '#insight'
import { allow, type Limiter, limiter } from '#people'
import type { Reader } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { attachment } from '../forms/send-file.ts'
import { csvOf } from './csv.ts'
import { figuresPdf } from './pdf.ts'
import { type Cell, tablesOf } from './tables.ts'
import { type SheetCell, xlsxOf } from './xlsx.ts'

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
    const body = await format.write(page.reader, found.value, await tools.directory())
    return c.body(body, 200, {
      'Content-Type': format.type,
      'Content-Disposition': attachment(`sawt-${found.value.period.name}.${c.req.param('format')}`),
      'Cache-Control': 'private, no-store',
    })
  }
}

type Write = (
  reader: Reader,
  board: Dashboard,
  directory: Directory,
) => Promise<string | Uint8Array<ArrayBuffer>>

/** Shares as hundredths, since their unit says per cent. */
const csv: Write = async (reader, board, directory) => {
  const [all, lines] = tablesOf(reader, board, directory)
  return csvOf([
    [all.title],
    all.head,
    ...plain(all.rows),
    [],
    [lines.title],
    lines.head,
    ...plain(lines.rows),
  ])
}

const plain = (rows: Cell[][]) =>
  rows.map((row) =>
    row.map((cell) => {
      if (typeof cell === 'string' || cell.value === null) return typeof cell === 'string' ? cell : null
      return cell.unit === 'share' ? Math.round(cell.value * 100) : cell.value
    }),
  )

const xlsx: Write = async (reader, board, directory) =>
  xlsxOf(
    reader,
    tablesOf(reader, board, directory).map((table) => ({
      ...table,
      rows: table.rows.map((row) => row.map(sheetCell)),
    })),
  )

function sheetCell(cell: Cell): SheetCell {
  if (typeof cell === 'string') return cell
  return cell.value === null ? null : { value: cell.value, format: formatOf(cell.value, cell.unit) }
}

/** Whole numbers without a point that nothing follows. */
function formatOf(value: number, unit: Unit): string {
  if (unit === 'share') return '0%'
  return Number.isInteger(value) ? '#,##0' : '#,##0.#'
}

const FORMATS: Record<string, { type: string; write: Write }> = {
  csv: { type: 'text/csv; charset=utf-8', write: csv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
  pdf: {
    type: 'application/pdf',
    write: async (reader, board, directory) => new Uint8Array(await figuresPdf(reader, board, directory)),
  },
}
