import { direction, type Reader } from '#words'

/** A text, a number as it is shown, or a moment of the country's clocks. */
export type SheetCell = string | null | { value: number; format: string } | { at: Temporal.PlainDateTime }

export interface Sheet {
  title: string
  head: readonly string[]
  rows: readonly (readonly SheetCell[])[]
}

/** From right to left in Arabic; numbers are numbers, moments moments. */
export async function xlsxOf(reader: Reader, sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: write } = await import('write-excel-file/node')
  const file = write(
    sheets.map(({ title, head, rows }) => ({
      sheet: sheetName(title),
      data: [
        head.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
        ...rows.map((row) => row.map(excelCell)),
      ],
      rightToLeft: direction(reader.locale) === 'rtl',
      columns: head.map((_, at) => ({ width: at === 0 ? 44 : 16 })),
      stickyRowsCount: 1,
    })),
  )
  return new Uint8Array(await file.toBuffer())
}

const MOST = 31

/** What a spreadsheet takes for a name: no more than so many letters. Of a long one the beginning gives way, since the period stands last. */
export function sheetName(title: string): string {
  const plain = title.replace(/[\\/?*[\]:]/g, ' ')
  if (plain.length <= MOST) return plain
  const last = plain.split(' · ').at(-1) ?? plain
  const room = MOST - last.length - '… · '.length
  return room > 3 && last !== plain
    ? `${plain.slice(0, room).trimEnd()}… · ${last}`
    : `${plain.slice(0, MOST - 1)}…`
}

function excelCell(cell: SheetCell) {
  if (cell === null) return null
  // Texts are texts: a spreadsheet takes none of them for a formula.
  if (typeof cell === 'string') return { value: cell, type: String }
  if ('value' in cell) return { ...cell, type: Number }
  return { value: new Date(`${cell.at}Z`), type: Date, format: 'yyyy-mm-dd hh:mm' }
}
