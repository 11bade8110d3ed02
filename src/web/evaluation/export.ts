import type { Context } from 'hono'
import type { Directory } from '#entities'
import { type Evaluation, evaluation, type FrozenCard, type OpenedCard, openCard } from '#insight'
import { formatMonth, words } from '#words'
import { csvOf } from '../analysis/csv.ts'
import type { StaffEnv } from '../base/env.ts'
import { attachment } from '../forms/send-file.ts'
import { cardsPdf } from './pdf.ts'
import { monthName } from './say.ts'
import { headOf, rowOf, xlsxOf } from './sheet.ts'

export const FORMATS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
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
  const body =
    format === 'csv'
      ? csvOf(table)
      : format === 'xlsx'
        ? await xlsxOf(page.reader, title, table)
        : await papersOf(c, found[of], directory)
  return sent(c, body, format, of, version)
}

/** The card of an entity as a paper. Those of people leave with the code alone, all that one may see. */
export async function printCard(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const found = await openCard(tools, officer, c.req.param('id') ?? '')
  if (!found.ok || found.value.person) return c.notFound()
  const body = await cardsPdf(page.reader, [found.value], await tools.directory())
  return sent(c, new Uint8Array(body), 'pdf', found.value.entity, found.value)
}

async function papersOf(c: Context<StaffEnv>, cards: readonly FrozenCard[], directory: Directory) {
  const opened: OpenedCard[] = []
  for (const { id } of cards) {
    const found = await openCard(c.var.tools, c.var.officer, id)
    if (found.ok) opened.push(found.value)
  }
  return new Uint8Array(await cardsPdf(c.var.page.reader, opened, directory))
}

const sent = (
  c: Context<StaffEnv>,
  body: string | Uint8Array<ArrayBuffer>,
  format: Format,
  of: string,
  { month, version }: Pick<FrozenCard, 'month' | 'version'>,
) =>
  c.body(body, 200, {
    'Content-Type': FORMATS[format],
    'Content-Disposition': attachment(`sawt-evaluation-${of}-${monthName(month)}-${version}.${format}`),
    'Cache-Control': 'private, no-store',
  })
