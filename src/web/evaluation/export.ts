import type { Context } from 'hono'
import type { Directory } from '#entities'
import { type Evaluation, evaluation, type FrozenCard, MEASURE_IDS } from '#insight'
import { direction, formatMonth, type Reader, words } from '#words'
import { csvOf } from '../analysis/csv.ts'
import type { StaffEnv } from '../base/env.ts'
import { attachment } from '../forms/send-file.ts'
import { monthName } from './say.ts'

export const FORMATS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type Format = keyof typeof FORMATS

export const isFormat = (text: string): text is Format => Object.hasOwn(FORMATS, text)

/** The entities' cards of a version, as many as this officer may see. */
export async function exportEntities(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const format = c.req.param('format') ?? ''
  const found = await evaluation(tools, officer, c.req.query())
  if (!found.ok || !isFormat(format) || found.value.entities.length === 0) return c.notFound()
  return sendCards(c, found.value, 'entities', format)
}

type Cell = string | number | null

/** Cards as a file: a line each, with every number that a page shows. */
export async function sendCards(
  c: Context<StaffEnv>,
  found: Evaluation,
  of: 'entities' | 'people',
  format: Format,
) {
  const { tools, page } = c.var
  const { version } = found
  if (!version) return c.notFound()
  const directory = await tools.directory()
  const table = [headOf(page.reader, of), ...found[of].map((card) => rowOf(page.reader, card, directory))]
  const title = `${words(page.reader.locale).evaluation.title} · ${formatMonth(page.reader, version.month)}`
  const body = format === 'csv' ? csvOf(table) : await xlsxOf(page.reader, title, table)
  return c.body(body, 200, {
    'Content-Type': FORMATS[format],
    'Content-Disposition': attachment(
      `sawt-evaluation-${of}-${monthName(version.month)}-${version.version}.${format}`,
    ),
    'Cache-Control': 'private, no-store',
  })
}

function headOf({ locale }: Reader, of: 'entities' | 'people'): Cell[] {
  const { evaluation: said } = words(locale)
  const measured = MEASURE_IDS.flatMap((id) => [
    said.measures[id],
    ...[said.columns.n, said.columns.low, said.columns.high].map((each) => `${said.measures[id]}: ${each}`),
  ])
  const scored = [
    said.score,
    ...[said.columns.low, said.columns.high].map((each) => `${said.score}: ${each}`),
  ]
  const who = of === 'people' ? [said.person, said.entity] : [said.entity, said.group]
  return [...who, said.month, said.versions, said.answers, said.praise, ...measured, ...scored]
}

function rowOf(
  reader: Reader,
  { name, entity, group, month, version, card }: FrozenCard,
  directory: Directory,
): Cell[] {
  const { evaluation: said } = words(reader.locale)
  const entityName = directory.entity(entity)?.name[reader.locale] ?? entity
  const who = name === null ? [entityName, group && said.groups[group]] : [name, entityName]
  const measured = MEASURE_IDS.flatMap((id) => {
    const { value, n, low, high } = card.shares[id]
    return n === 0 ? [null, 0, null, null] : [round(value), n, round(low), round(high)]
  })
  const { score } = card
  const scored = score
    ? [score.value, score.low, score.high].map((each) => Math.round(each * 10) / 10)
    : [null, null, null]
  return [...who, monthName(month), version, card.answers, card.praise, ...measured, ...scored]
}

const round = (share: number | null): number | null => share && Math.round(share * 10_000) / 10_000

/** From right to left in Arabic. Texts are texts: a spreadsheet takes none of them for a formula. */
async function xlsxOf(reader: Reader, title: string, [head = [], ...rows]: Cell[][]) {
  const { default: write } = await import('write-excel-file/node')
  const file = write([
    {
      sheet: title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      data: [
        head.map((value) => ({
          value: String(value),
          type: String,
          fontWeight: 'bold' as const,
          wrap: true,
        })),
        ...rows.map((row) =>
          row.map((value) => {
            if (value === null) return null
            return typeof value === 'number' ? { value, type: Number } : { value, type: String }
          }),
        ),
      ],
      rightToLeft: direction(reader.locale) === 'rtl',
      columns: head.map((_, at) => ({ width: at < 2 ? 32 : 14 })),
      stickyRowsCount: 1,
    },
  ])
  return new Uint8Array(await file.toBuffer())
}
