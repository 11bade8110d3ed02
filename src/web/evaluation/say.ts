import {
  type Card,
  type FrozenCard,
  type MeasureId,
  type Share,
  SIZE_GROUPS,
  type SizeGroup,
  type Version,
} from '#insight'
import { formatNumber, formatPercent, type Reader, words } from '#words'

/** A score as it is read: whole points. */
const sayPoints = (reader: Reader, value: number): string => formatNumber(reader, Math.round(value))

export function sayScore(reader: Reader, { score }: Card): string {
  const { evaluation } = words(reader.locale)
  return score ? evaluation.ofHundred(sayPoints(reader, score.value)) : evaluation.noScore
}

/** Between what and what. */
export function sayScoreRange(reader: Reader, { score }: Card): string {
  const { evaluation } = words(reader.locale)
  return score ? evaluation.from(sayPoints(reader, score.low), sayPoints(reader, score.high)) : ''
}

/** Days with one decimal. */
export function sayDays(reader: Reader, days: number): string {
  const rounded = Math.round(days * 10) / 10
  return words(reader.locale).insight.value.days(formatNumber(reader, rounded), rounded)
}

export function sayShare(reader: Reader, { value }: Share): string {
  return value === null ? words(reader.locale).evaluation.none : formatPercent(reader, value)
}

export function sayRange(reader: Reader, { n, low, high }: Share): string {
  if (n === 0) return ''
  return words(reader.locale).evaluation.from(formatPercent(reader, low), formatPercent(reader, high))
}

/** "9 of 12"; of reviewed replies, whose quality is no yes or no, only how many. */
export function sayCount(reader: Reader, { n, sum }: Share, id: MeasureId): string {
  const number = (value: number) => formatNumber(reader, value)
  return id === 'quality' ? number(n) : words(reader.locale).evaluation.of(number(sum), number(n))
}

/** What makes entities a group. */
export function sayGroup(reader: Reader, group: SizeGroup): string {
  const { groupHints } = words(reader.locale).evaluation
  const [small, medium] = SIZE_GROUPS.map(({ below }) => formatNumber(reader, below))
  if (group === 'small') return groupHints.small(small ?? '')
  if (group === 'medium') return groupHints.medium(small ?? '', medium ?? '')
  return group === 'large' ? groupHints.large(medium ?? '') : groupHints['not-joined']
}

export const monthName = (month: Temporal.PlainDate): string => month.toPlainYearMonth().toString()

/** A month and version as an address says them. */
export const asked = ({ month, version }: Pick<Version | FrozenCard, 'month' | 'version'>): string =>
  `?month=${monthName(month)}&version=${version}`
