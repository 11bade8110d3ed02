import { formatList, formatMonth, formatPercent, inDigits, type Reader, words } from '#words'
import type { ReportFacts } from './report-facts.ts'

/** Under so many a share is marked. */
export const FEW = 20
/** Under so many, what changed is told by the numbers and not by a share of them. */
export const FEW_TO_COMPARE = 50
/** Below these, a change of a count, a share, or of days is none to speak of. */
export const SAME = { count: 0.05, share: 0.02, days: 0.5 }

/** What it was in the period before, as a clause. */
export function after(reader: Reader, now: number | null, before: number | null | undefined): string {
  const { report: said } = words(reader.locale).insight
  if (now === null || before === null || before === undefined) return ''
  return Math.abs(now - before) < SAME.share ? said.unchanged : said.after(formatPercent(reader, before))
}

export const listed = (
  reader: Reader,
  items: readonly string[] | undefined,
  say: (names: string) => string,
): string[] => (items && items.length > 0 ? [say(formatList(reader, items))] : [])

export const percent = (reader: Reader, share: number | null): string =>
  share === null ? words(reader.locale).insight.value.none : formatPercent(reader, share)

/** Days with a decimal take the form of what is a little more than one. */
export const daysForm = (count: number): number => (Number.isInteger(count) || count >= 1 ? count : 0.5)

export function periodName(reader: Reader, kind: ReportFacts['kind'], first: string): string {
  const from = Temporal.PlainDate.from(first)
  if (kind === 'month') return formatMonth(reader, from)
  const { insight } = words(reader.locale)
  return inDigits(reader, insight.quarter(Math.ceil(from.month / 3), String(from.year)))
}
