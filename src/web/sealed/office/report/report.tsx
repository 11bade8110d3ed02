import { useEffect, useState } from 'preact/hooks'
import type { Report } from '#integrity'
import { Notice, Title } from '../../client/shown.tsx'
import { ask } from '../ask.ts'
import { Due } from '../inbox.tsx'
import { type OpenedReport, openReport } from '../open-report.ts'
import { Problem } from '../parts.tsx'
import { hashOf, shortOf } from '../place.ts'
import type { Session } from '../session.ts'
import { mistrust } from '../trust.ts'
import { useReading } from '../words.ts'
import { Files } from './files.tsx'
import { Identity } from './identity.tsx'
import { History, Items } from './items.tsx'
import { Steps } from './steps.tsx'
import { Told } from './told.tsx'

/** One report: everything is opened here, in the officer's browser, and nowhere else. */
export function ReportPage({ session, id }: { session: Session; id: string }) {
  const { t, sayRefusal } = useReading()
  const [opened, setOpened] = useState<OpenedReport | 'gone'>()
  const [problem, setProblem] = useState<string>()
  // Erased, handed over, or left because of a conflict: the officer was asked before.
  const show = async (report: Report | null) => setOpened(report ? await openReport(session, report) : 'gone')
  const load = async () => {
    const found = await ask<{ report: Report }>(`reports/${id}`)
    if (found.ok) await show(found.value.report)
    else setProblem(found.reason)
  }
  useEffect(() => void load(), [id])
  if (problem) return <Problem text={sayRefusal(problem)} />
  if (!opened) return <p>{t.wait}</p>
  if (opened === 'gone') return <Notice kind="done">{t.report.left}</Notice>
  return (
    <>
      <Title text={t.report.title(shortOf(id))} lead={t.report.presumption} />
      <Summary session={session} opened={opened} />
      <div class="office-two">
        <div>
          {opened.report.kind === 'age' ? <AgeFile id={id} /> : <Told opened={opened} session={session} />}
          <Files session={session} opened={opened} />
          <Items session={session} opened={opened} />
          <History session={session} report={opened.report} />
        </div>
        <div>
          <Steps session={session} opened={opened} onReport={show} onStale={load} />
          <Identity session={session} report={opened.report} />
        </div>
      </div>
    </>
  )
}

function Summary({ session, opened }: { session: Session; opened: OpenedReport }) {
  const { t, sayDay, sayRefusal } = useReading()
  const { report, content } = opened
  const wrong = mistrust(session, opened)
  return (
    <>
      {wrong && <Notice kind="warning">{sayRefusal(wrong)}</Notice>}
      {report.priority && <Notice kind="warning">{t.inbox.priority}</Notice>}
      {content?.aboutUnit && <Notice kind="sealed">{t.report.aboutUnit}</Notice>}
      <dl class="facts">
        <Fact name={t.inbox.columns.stage} value={t.stages[report.stage]} />
        <Fact name={t.report.received} value={sayDay(report.received)} />
        {report.outcome && <Fact name={t.steps.fields.outcome} value={t.outcomes[report.outcome]} />}
        {report.seriousness && (
          <Fact name={t.inbox.columns.seriousness} value={t.seriousness[report.seriousness]} />
        )}
        {report.retaliation && <Fact name={t.inbox.columns.risk} value={t.risk[report.retaliation]} />}
        <Fact
          name={t.report.holders}
          value={report.holders.map((holder) => nameOf(session, holder, t.report.you)).join(t.comma)}
        />
        {report.linked && (
          <div>
            <dt>{t.report.linked}</dt>
            <dd>
              <a href={hashOf({ at: 'report', id: report.linked })}>
                <bdi class="ltr">{shortOf(report.linked)}</bdi>
              </a>
            </dd>
          </div>
        )}
      </dl>
      <Due report={report} today={session.me.today} />
      {report.eraseOn && !report.hold.inForce && (
        <p class="hint">{t.report.eraseOn(sayDay(report.eraseOn))}</p>
      )}
    </>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

function AgeFile({ id }: { id: string }) {
  const { t } = useReading()
  return (
    <section class="section">
      <h2>{t.report.content}</h2>
      <p>{t.files.ageHint}</p>
      <a class="button quiet" href={`/sealed/office/api/reports/${id}/age`} download={`${shortOf(id)}.age`}>
        {t.files.age}
      </a>
    </section>
  )
}

/** An officer's name as the roster has it, at any time; never more than the Authority signed. */
export function nameOf({ rosters, me }: Session, id: string, you: string): string {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'ar'
  if (id === me.officer.id) return `${me.officer.name[locale]} (${you})`
  for (const { officers, custodians } of rosters.toReversed()) {
    const found = [...officers, ...custodians].find((one) => one.id === id)
    if (found) return found.name[locale]
  }
  return id.slice(0, 8)
}
