import {
  allStaffChoices,
  enqueue,
  type Gateways,
  type ReportFacts,
  reachOf,
  type Telling,
  USUAL_STAFF_CHOICE,
} from '#messages'
import { listStaff, type Officer } from '#people'
import { listPublicProblems } from '#problems'
import { type Period, periodFrom, periodOf } from '../../model/dashboard/period.ts'
import { entitiesInSight } from '../../model/dashboard/scope.ts'
import { reportedTo } from '../../model/reports/reader.ts'
import { claimReports, wereSent } from '../../store/reports/sent.ts'
import type { FigureTools } from '../dashboard/dashboard.ts'
import { reportFacts } from './report-facts.ts'

export type ReportTools = FigureTools & { gateways: Gateways; secret: Buffer }

/** At this hour of the country's day reports go out, and as late as this day of the month if nobody was there. */
const HOUR = 8
const LAST_DAY = 15

/**
 * Writes to everybody who leads or plans, once, what the month that is over was like, and the quarter when one is:
 * the nation to analysts and the operations room, a sector to its minister, an entity to its head. For the
 * background, every few minutes; in the transaction that sends it stands that it was sent.
 *
 * @returns how many letters were written
 */
export async function sendReports(tools: ReportTools): Promise<number> {
  const { timeZone } = await tools.directory()
  const local = tools.clock.now().toZonedDateTimeISO(timeZone)
  if (local.day > LAST_DAY || (local.day === 1 && local.hour < HOUR)) return 0
  const first = local.toPlainDate().with({ day: 1 })
  const month = periodFrom(first.subtract({ months: 1 }), 'month')
  let written = await sendReport(tools, month)
  if (first.month % 3 === 1) written += await sendReport(tools, periodOf(month.from, 'quarter'))
  return written
}

async function sendReport(tools: ReportTools, period: Period): Promise<number> {
  if (await wereSent(tools.db, period.name)) return 0
  const [people, choices] = [await listStaff(tools, 'installation'), await allStaffChoices(tools)]
  if (!people.ok) throw new Error('the installation itself may always see its staff')
  const problems = await listPublicProblems(tools)
  const directory = await tools.directory()
  // Whoever sees the same is told the same, and it is counted once.
  const counted = new Map<string, Promise<ReportFacts | undefined>>()
  const told = (officer: Officer) => {
    const sight = entitiesInSight(officer, directory)?.join(' ') ?? 'nation'
    const report = counted.get(sight) ?? reportFacts(tools, officer, period, problems)
    counted.set(sight, report)
    return report
  }
  const tellings: Telling[] = []
  for (const person of people.value) {
    if (!person.active || !person.email || (choices.get(person.id) ?? USUAL_STAFF_CHOICE).mail === 'none')
      continue
    const officer = reportedTo(person)
    const report = officer && (await told(officer))
    if (report) tellings.push(telling(person, person.email, period, report))
  }
  const now = tools.clock.now()
  return tools.db.transaction(async (tx) => {
    if (!(await claimReports(tx, period.name, now))) return 0
    const { timeZone } = await tools.directory()
    if (tellings.length > 0)
      await enqueue(tx, { now, reach: reachOf(tools.gateways), zone: timeZone }, tellings)
    return tellings.length
  })
}

const telling = (
  { id, language }: Pick<Officer, 'id' | 'language'>,
  address: string,
  { name }: Period,
  report: ReportFacts,
): Telling => ({
  cause: `report:${name}`,
  kind: 'report',
  to: { address, channel: 'mail', language, staffId: id },
  facts: { report, path: `/reports/${name}` },
})
