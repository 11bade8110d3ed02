import { type Dashboard, type Indicator, type Measured, type Period, SMALL } from '#insight'
import { formatDate, formatMonth, formatNumber, formatPercent, inDigits, type Reader, words } from '#words'

/** A value with its unit, as it is read: 87%, 6.3 days. */
export function sayValue(reader: Reader, { unit }: Pick<Indicator, 'unit'>, value: number | null): string {
  const { value: said } = words(reader.locale).insight
  if (value === null) return said.none
  const rounded = Math.round(value * 10) / 10
  const number = formatNumber(reader, rounded)
  switch (unit) {
    case 'cases':
    case 'acts':
      return number
    case 'share':
      return formatPercent(reader, value)
    case 'per-hundred':
      return said.perHundred(number)
    case 'days':
      return said.days(number, plain(rounded))
    case 'hours':
      return said.hours(number, plain(rounded))
    case 'of-five':
      return said.ofFive(number)
  }
}

/** A measured value as it is read; what is not kept is said to be, and is not nothing. */
export const sayMeasured = (
  reader: Reader,
  known: Pick<Indicator, 'unit'>,
  of: Measured | undefined,
): string =>
  of?.notKept ? words(reader.locale).insight.value.notKept : sayValue(reader, known, of?.value ?? null)

/** Nothing to count, which is neither nought nor a number that is not kept. */
export const isNothing = (of: Measured | undefined): boolean => !of?.notKept && (of?.value ?? null) === null

/** What a share or a median time of answers is counted from: "4 of 4", "of 12 answers". */
export function sayOf(reader: Reader, { formula }: Indicator, of: Measured | undefined): string | undefined {
  if (!of || of.value === null) return undefined
  const { insight, evaluation } = words(reader.locale)
  const n = formatNumber(reader, of.n)
  // The share is of whole cases: what it was divided from comes back exactly.
  if (formula.kind === 'share') return evaluation.of(formatNumber(reader, Math.round(of.value * of.n)), n)
  if (formula.kind === 'percentile' && formula.of === 'answer') return insight.value.ofAnswers(n, of.n)
  return undefined
}

/** A share or a time of so few that no judgement can rest on it; a count is what it is. */
export const isFew = ({ formula: { kind } }: Indicator, of: Measured | undefined): boolean =>
  (kind === 'share' || kind === 'percentile') && of !== undefined && of.n > 0 && of.n < SMALL

/** What plural forms ask: a part of a unit is more than none of it, and 1.5 is not one. */
const plain = (value: number): number => (Number.isInteger(value) ? value : value < 1 ? 0.5 : value)

/** "14 October 2026", "October 2026", "Quarter 3 of 2026", "2026". */
export function sayPeriod(reader: Reader, { kind, from, name }: Period): string {
  const { insight } = words(reader.locale)
  if (kind === 'day') return formatDate(reader, from)
  if (kind === 'month') return formatMonth(reader, from)
  const year = inDigits(reader, String(from.year))
  return kind === 'year'
    ? inDigits(reader, name)
    : inDigits(reader, insight.quarter(Math.ceil(from.month / 3), year))
}

/** The one of some figures that has this id. */
export const figure = (measured: readonly Measured[], id: string): Measured | undefined =>
  measured.find((each) => each.id === id)

/** Whether a value went the right way, by what its indicator calls better. */
export function change(
  { better, unit }: Indicator,
  now: number | null,
  before: number | null,
): 'better' | 'worse' | 'same' | undefined {
  if (now === null || before === null || better === null) return undefined
  const least = unit === 'share' ? 0.005 : 0.05
  if (Math.abs(now - before) < least) return 'same'
  return now > before === (better === 'more') ? 'better' : 'worse'
}

/** What is counted until today cannot be held against a whole period. */
export const comparable = ({ running }: Pick<Dashboard, 'running'>, { formula }: Indicator): boolean =>
  !running || formula.kind !== 'count'
