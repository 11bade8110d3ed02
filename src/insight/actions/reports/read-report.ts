import { no, type Result, yes } from '#kernel'
import type { ReportFacts } from '#messages'
import type { Officer } from '#people'
import { listPublicProblems } from '#problems'
import { type Period, parsePeriod, periodFrom, periodOf } from '../../model/dashboard/period.ts'
import { reportedTo } from '../../model/reports/reader.ts'
import type { FigureTools } from '../dashboard/dashboard.ts'
import { reportFacts } from './report-facts.ts'

/** So many months and quarters are offered. */
const MONTHS = 6
const QUARTERS = 4

/** A report to be read, with the periods there are others of. */
export interface ReadReport {
  period: Period
  /** Undefined where nothing happened. */
  facts: ReportFacts | undefined
  months: Period[]
  quarters: Period[]
}

/**
 * The report on a month or quarter that is over, with its figures as they stand today: what was corrected since it was
 * mailed is corrected here.
 *
 * @param name `2026-09` or `2026-q3`; without one the last month
 * @returns `not-found` for whoever gets no reports, and for a period that lasts still
 */
export async function readReport(
  tools: FigureTools,
  officer: Officer,
  name?: string,
): Promise<Result<ReadReport, 'not-found'>> {
  const reader = reportedTo(officer)
  if (!reader) return no('not-found')
  const { timeZone } = await tools.directory()
  const today = tools.clock.now().toZonedDateTimeISO(timeZone).toPlainDate()
  const [months, quarters] = [lastOver(today, 'month', MONTHS), lastOver(today, 'quarter', QUARTERS)]
  const period = name === undefined ? months[0] : parsePeriod(name)
  if (!period || period.kind === 'year' || Temporal.PlainDate.compare(period.to, today) > 0)
    return no('not-found')
  const facts = await reportFacts(tools, reader, period, await listPublicProblems(tools))
  return yes({ period, facts, months, quarters })
}

function lastOver(today: Temporal.PlainDate, kind: 'month' | 'quarter', count: number): Period[] {
  const { from } = periodOf(today, kind)
  const each = kind === 'month' ? 1 : 3
  return Array.from({ length: count }, (_, back) =>
    periodFrom(from.subtract({ months: each * (back + 1) }), kind),
  )
}
