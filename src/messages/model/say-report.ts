import { formatList, formatMonth, formatNumber, formatPercent, inDigits, type Reader, words } from '#words'
import type { ReportFacts } from './report-facts.ts'

/** A report in words and figures: a subject, and sentences of which each says one thing. */
export function reported(reader: Reader, of: ReportFacts): { subject: string; paragraphs: string[] } {
  const { insight } = words(reader.locale)
  const { report: said, value } = insight
  const number = (count: number) => formatNumber(reader, count)
  const days = (count: number) =>
    value.days(number(count), Number.isInteger(count) ? count : count < 1 ? 0.5 : count)
  const names = (list: readonly Readonly<Record<'ar' | 'en', string>>[]) =>
    formatList(
      reader,
      list.map((each) => each[reader.locale]),
    )
  const title = said[of.kind === 'month' ? 'monthly' : 'quarterly']
  return {
    subject: said.title(
      title,
      of.scope?.[reader.locale] ?? insight.nation,
      periodName(reader, of.kind, of.from),
    ),
    paragraphs: [
      said.arrived(number(of.received), number(of.receivedBefore), periodName(reader, of.kind, of.before)),
      ...(of.onTime === null ? [] : [said.answered(number(of.answered), formatPercent(reader, of.onTime))]),
      ...(of.medianDays === null || of.p90Days === null
        ? []
        : [said.took(days(of.medianDays), days(of.p90Days))]),
      said.standing(number(of.open), number(of.overdue)),
      ...(of.satisfied === null
        ? []
        : [said.satisfied(formatPercent(reader, of.satisfied), number(of.rated))]),
      ...(of.most.length > 0 ? [said.most(names(of.most))] : []),
      ...(of.slowest.length > 0 ? [said.slowest(names(of.slowest))] : []),
      ...(of.known.length > 0 ? [said.recurs(names(of.known))] : []),
      ...(of.fixed.length > 0 ? [said.fixed(names(of.fixed))] : []),
    ],
  }
}

function periodName(reader: Reader, kind: ReportFacts['kind'], first: string): string {
  const from = Temporal.PlainDate.from(first)
  if (kind === 'month') return formatMonth(reader, from)
  const { insight } = words(reader.locale)
  return inDigits(reader, insight.quarter(Math.ceil(from.month / 3), String(from.year)))
}
