import type { Directory } from '#entities'
import type { Behind, LineBehind, Listable } from '#insight'
import { formatReference } from '#kernel'
import { type Reader, words } from '#words'
import { csvOf } from '../csv.ts'
import { nameOf } from '../names.ts'
import { type SheetCell, xlsxOf } from '../xlsx.ts'
import { momentOf } from './moment.ts'

export const FORMATS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type Format = keyof typeof FORMATS

export const isFormat = (text: string): text is Format => Object.hasOwn(FORMATS, text)

/** Numbers, kinds, dates and where cases stand: nothing that residents wrote, and no name of a person. */
export function fileOf(reader: Reader, found: Behind, directory: Directory, about: string, format: Format) {
  const { behind, insight, desk } = words(reader.locale)
  const { columns } = behind.take
  const own = ownMoment(found.figure)
  const head = [
    columns.reference,
    ...(own ? [behind.when[own]] : []),
    insight.type,
    insight.category,
    insight.entity,
    insight.channel,
    desk.queue.filters.stage,
    columns.received,
    columns.answerBy,
    columns.answered,
    columns.ended,
  ]
  const rows = found.lines.map((line) => rowOf(reader, line, directory, own !== undefined))
  const title = behind.lists[found.figure]
  if (format === 'xlsx') return xlsxOf(reader, [{ title, head, rows }])
  return csvOf([[`${title} · ${about}`], head, ...rows.map((row) => row.map(plain))])
}

/** When an act was, or for when it was promised: of everything else the dates of the case say it. */
function ownMoment(figure: Listable): 'done' | 'promised' | undefined {
  const moment = momentOf(figure)
  return moment === 'done' || moment === 'promised' ? moment : undefined
}

function rowOf(
  reader: Reader,
  { case: of, at }: LineBehind,
  directory: Directory,
  withMoment: boolean,
): SheetCell[] {
  const { common } = words(reader.locale)
  const local = (moment: Temporal.Instant | null): SheetCell =>
    moment && {
      at: moment.toZonedDateTimeISO(directory.timeZone).toPlainDateTime().round('minute'),
    }
  return [
    formatReference(of.reference),
    ...(withMoment ? [local(at)] : []),
    ...(['type', 'category', 'entity', 'channel'] as const).map((by) =>
      nameOf(reader, directory, by, of[by]),
    ),
    common.stages[of.stage],
    ...[of.receivedAt, of.answerBy, of.answeredAt, of.closedAt].map(local),
  ]
}

/** `2026-10-01 10:00`, which every spreadsheet and program reads. */
function plain(cell: SheetCell): string | number | null {
  if (cell === null || typeof cell === 'string') return cell
  return 'value' in cell ? cell.value : cell.at.toString().slice(0, 16).replace('T', ' ')
}
