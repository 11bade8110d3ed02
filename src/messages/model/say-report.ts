import { formatNumber, formatPercent, type Reader, words } from '#words'
import type { ReportFacts } from './report-facts.ts'
import { answers, decisions, needs, recurring } from './report-parts.ts'
import { after, FEW_TO_COMPARE, percent, periodName, SAME } from './report-phrases.ts'

/** Sentences that belong together, under their heading. */
export interface ReportPart {
  heading: string
  lines: string[]
}

/** A report in words and figures: a subject, and sentences of which each says one thing. */
export function reported(reader: Reader, of: ReportFacts): { subject: string; parts: ReportPart[] } {
  const { insight } = words(reader.locale)
  const { report: said } = insight
  const scope = of.scope?.[reader.locale] ?? insight.nation
  const title = said[of.kind === 'month' ? 'monthly' : 'quarterly']
  const parts: [keyof typeof said.parts, string[]][] = [
    ['brief', brief(reader, of)],
    ['needs', needs(reader, of)],
    ['answers', answers(reader, of)],
    ['decisions', decisions(reader, of)],
    ['recurring', recurring(reader, of)],
    ['reading', [said.reading]],
  ]
  return {
    subject: said.title(title, scope, periodName(reader, of.kind, of.from)),
    parts: parts
      .filter(([, lines]) => lines.length > 0)
      .map(([name, lines]) => ({ heading: said.parts[name], lines })),
  }
}

function brief(reader: Reader, of: ReportFacts): string[] {
  const { report: said } = words(reader.locale).insight
  const { more } = of
  const number = (count: number) => formatNumber(reader, count)
  const answered = said.answered(number(of.answered), of.answered, percent(reader, of.onTime))
  return [
    `${said.arrived(number(of.received), of.received)}${compared(reader, of)}.`,
    ...(more?.yearBefore
      ? [said.yearBefore(periodName(reader, 'month', more.yearBefore.from), number(more.yearBefore.received))]
      : []),
    of.answered > 0 ? `${answered}${after(reader, of.onTime, more?.onTimeBefore)}.` : answered,
    of.open === 0
      ? said.nothingOpen
      : said.standing(number(of.open), of.open, number(of.overdue), of.overdue),
  ]
}

/** Beside the period before; few are told by their number, and not by a share. */
function compared(reader: Reader, of: ReportFacts): string {
  const { report: said } = words(reader.locale).insight
  const [before, period] = [formatNumber(reader, of.receivedBefore), periodName(reader, of.kind, of.before)]
  if (of.receivedBefore === 0) return said.noneBefore(period)
  if (of.receivedBefore < FEW_TO_COMPARE) return said.was(before, period)
  const change = of.received / of.receivedBefore - 1
  if (Math.abs(change) < SAME.count) return said.same(before, period)
  return said[change > 0 ? 'more' : 'fewer'](formatPercent(reader, Math.abs(change)), before, period)
}
