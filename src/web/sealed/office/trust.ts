import type { Report } from '#integrity'
import type { ReportContent, RosteredOfficer } from '#sealing'
import { rosterOf, type Session } from './session.ts'

/** Why nothing may be sealed: what the room says does not agree with what stands inside the report. */
export type Mistrust = 'roster-backwards' | 'reader-kept-out'

interface Read {
  report: Pick<Report, 'roster' | 'holders'>
  content?: ReportContent
}

/**
 * What speaks against the room's word: a list of readers older than the one that the report was sealed under, or a
 * reader whom the report itself keeps out. A room that lies about either would have texts sealed to the wrong people.
 */
export function mistrust(session: Session, { report, content }: Read): Mistrust | undefined {
  const sealedUnder = content?.roster ?? report.roster
  const then = session.rosters.find(({ hash }) => hash === sealedUnder)
  if (!then) return 'roster-backwards'
  const known = [then, rosterOf(session)].flatMap((roster) => roster?.officers ?? [])
  const keptOut = report.holders.some((id) => {
    const versions = known.filter((one) => one.id === id)
    return versions.length > 0 && versions.every((one) => !mayRead(content, one))
  })
  return keptOut ? 'reader-kept-out' : undefined
}

/**
 * Whether an officer may be given a report: by its own words, which the room cannot read. The audit bureau may always
 * take it over; what is about the integrity unit it alone may read.
 */
export function mayRead(content: ReportContent | undefined, officer: RosteredOfficer): boolean {
  if (!content) return true
  const { body, aboutUnit, excluded } = content
  if (aboutUnit && officer.office !== 'audit') return false
  if (excluded.some(({ id }) => id === officer.id)) return false
  return body === null || (officer.body !== body && !officer.conflicts.includes(body))
}
