import type { Directory } from '#entities'
import { type FrozenCard, MEASURE_IDS } from '#insight'
import { direction, type Reader, words } from '#words'
import { sheetName } from '../analysis/xlsx.ts'
import { monthName } from './say.ts'

type Cell = string | number | null

export function headOf({ locale }: Reader, of: 'entities' | 'people'): Cell[] {
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
  const brought = of === 'people' ? [] : [said.columns.imported, said.columns.importedDates]
  return [
    ...who,
    ...[said.month, said.versions, said.answers, said.praise],
    ...[...brought, ...measured, ...scored, said.columns.months],
  ]
}

export function rowOf(
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
  const { answers, dates } = card.imported ?? { answers: 0, dates: 0 }
  const brought = name === null ? [answers, dates] : []
  return [
    ...who,
    ...[monthName(month), version, card.answers, card.praise],
    ...[...brought, ...measured, ...scored, score && (card.over?.months ?? 1)],
  ]
}

const round = (share: number | null): number | null => share && Math.round(share * 10_000) / 10_000

/** From right to left in Arabic. Texts are texts: a spreadsheet takes none of them for a formula. */
export async function xlsxOf(reader: Reader, title: string, [head = [], ...rows]: Cell[][]) {
  const { default: write } = await import('write-excel-file/node')
  const file = write([
    {
      sheet: sheetName(title),
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
