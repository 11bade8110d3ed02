import type { Directory } from '#entities'
import { pdfOf } from '#platform'
import { direction, formatNumber, formatPercent, type Reader, words } from '#words'
import type { Paper } from '../model/outgoing.ts'
import type { ReportFacts, ReportFigure } from '../model/report-facts.ts'
import { REPORT_PAPER } from '../model/report-paper.ts'
import { reported } from '../model/say-report.ts'
import { readerOf, type Stored } from './compose.ts'

/** Papers that go with a message: the report to print and to hand on, with a mail. */
export async function papersOf(
  directory: Directory,
  { channel, language, facts: { report } }: Stored,
): Promise<Paper[]> {
  if (!report || channel !== 'mail') return []
  const content = await reportPaper(readerOf(language, directory), report)
  return [{ name: `sawt-${report.kind}-${report.from.slice(0, 7)}.pdf`, type: 'application/pdf', content }]
}

/** A report as a paper, in its reader's language: the sentences, and the figures they come from. */
export function reportPaper(reader: Reader, of: ReportFacts): Promise<Buffer> {
  const { insight, common } = words(reader.locale)
  const { subject, parts } = reported(reader, of)
  const figures = of.more?.figures ?? []
  return pdfOf(REPORT_PAPER, {
    lang: reader.locale,
    dir: direction(reader.locale),
    service: common.service,
    ...{ title: subject, parts },
    table: {
      title: insight.report.table,
      head: ['', insight.report.now, insight.report.before, insight.report.of],
      rows: figures.map((figure) => [
        figure.name[reader.locale],
        sayFigure(reader, figure, figure.now),
        sayFigure(reader, figure, figure.before),
        figure.unit === 'cases' ? '' : formatNumber(reader, figure.of),
      ]),
    },
  })
}

/** A figure of the table, in its unit. */
export function sayFigure(reader: Reader, { unit }: ReportFigure, value: number | null): string {
  const { value: said } = words(reader.locale).insight
  if (value === null) return said.none
  if (unit === 'share') return formatPercent(reader, value)
  return unit === 'days' ? said.days(formatNumber(reader, value), value) : formatNumber(reader, value)
}
