import { useEffect, useState } from 'preact/hooks'
import type { Summary } from '#integrity'
import { Title } from '../client/shown.tsx'
import { ask } from './ask.ts'
import { Problem } from './parts.tsx'
import { hashOf, shortOf } from './place.ts'
import type { Session } from './session.ts'
import { daysBetween, useReading } from './words.ts'

/** The officer's reports: retaliation first, then by the nearest date. */
export function Inbox({ session, closed }: { session: Session; closed: boolean }) {
  const { t, sayRefusal } = useReading()
  const [reports, setReports] = useState<Summary[]>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    setReports(undefined)
    void ask<{ reports: Summary[] }>(closed ? 'reports?closed=1' : 'reports').then((found) =>
      found.ok ? setReports(found.value.reports) : setProblem(found.reason),
    )
  }, [closed])
  return (
    <>
      <Title text={closed ? t.inbox.closedTitle : t.inbox.title} />
      <Problem text={problem && sayRefusal(problem)} />
      {!reports && !problem && <p>{t.wait}</p>}
      {reports?.length === 0 && (
        <div class="empty">
          <p class="empty-title">{t.inbox.empty}</p>
          {!closed && <p>{t.inbox.emptyHint}</p>}
        </div>
      )}
      {reports && reports.length > 0 && <List reports={reports} today={session.me.today} />}
    </>
  )
}

function List({ reports, today }: { reports: Summary[]; today: string }) {
  const { t } = useReading()
  const { columns } = t.inbox
  return (
    <ul class="office-reports">
      {reports.map((report) => (
        <li key={report.id}>
          <a class="office-report" href={hashOf({ at: 'report', id: report.id })}>
            <span class="office-report-name">
              <bdi class="ltr">{shortOf(report.id)}</bdi>
              {report.priority && <strong class="tag late">{t.inbox.priority}</strong>}
              {report.kind !== 'sealed' && <span class="tag">{t.kinds[report.kind]}</span>}
            </span>
            <span>{t.stages[report.stage]}</span>
            <Due report={report} today={today} />
            {report.seriousness && (
              <span>
                {columns.seriousness}: {t.seriousness[report.seriousness]}
              </span>
            )}
            {report.retaliation && (
              <span>
                {columns.risk}: {t.risk[report.retaliation]}
              </span>
            )}
            {report.outcome && <span>{t.outcomes[report.outcome]}</span>}
            {report.news > 0 && <strong class="tag soon">{t.inbox.news(report.news)}</strong>}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The nearest of the two promises: acknowledged within seven days, feedback within three months. */
export function Due({ report, today }: { report: Summary; today: string }) {
  const { t, sayDay } = useReading()
  if (report.stage === 'closed') return null
  const acknowledged = report.acknowledgedOn !== null
  if (acknowledged && report.feedbackOn !== null) return null
  const by = acknowledged ? report.feedbackBy : report.acknowledgeBy
  const left = daysBetween(today, by)
  const state = left < 0 ? 'late' : left <= 2 ? 'soon' : 'on-time'
  return (
    <span class="office-due">
      {acknowledged ? t.inbox.feedbackBy : t.inbox.acknowledgeBy}: {sayDay(by)}{' '}
      <span class={`tag ${state}`}>{left < 0 ? t.inbox.late : t.inbox.daysLeft(left)}</span>
    </span>
  )
}
