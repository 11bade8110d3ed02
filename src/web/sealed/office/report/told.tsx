import type { ComponentChildren } from 'preact'
import type { ReportContent } from '#sealing'
import { Notice, Quote } from '../../client/shown.tsx'
import type { OpenedReport } from '../open-report.ts'
import { rosterOf, type Session } from '../session.ts'
import { useReading } from '../words.ts'
import { nameOf } from './report.tsx'

/** What the reporter said, or what the ordinary desk moved here unread. */
export function Told({ opened, session }: { opened: OpenedReport; session: Session }) {
  const { t } = useReading()
  const { content, items } = opened
  const moved = items.find((item) => item.content?.kind === 'moved')?.content
  return (
    <section class="section">
      <h2>{t.report.content}</h2>
      {content && <Answers content={content} session={session} />}
      {moved?.kind === 'moved' && <Quote text={moved.text} />}
      {!content && !moved && <Notice kind="warning">{t.report.unopened}</Notice>}
    </section>
  )
}

function Answers({ content, session }: { content: ReportContent; session: Session }) {
  const { t, locale } = useReading()
  const { fields } = t.report
  const body = rosterOf(session)?.bodies.find(({ id }) => id === content.body)?.name[locale]
  const rows: [string, ComponentChildren][] = [
    [fields.violation, t.violations[content.violation]],
    [fields.body, body ?? content.bodyName],
    [fields.people, people(content)],
    [fields.what, content.what && <Quote text={content.what} />],
    [fields.when, content.when],
    [fields.where, content.where],
    [fields.known, content.known && <Quote text={content.known} />],
    [fields.others, content.others && <Quote text={content.others} />],
    [fields.risk, content.risk && <Quote text={content.risk} />],
    [fields.excluded, excluded(content, session, t.report.you)],
    [fields.taken, t.report.taken[content.taken]],
  ]
  return (
    <dl class="office-told">
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

const people = ({ people: named }: ReportContent) =>
  named.length > 0 && (
    <ul>
      {named.map(({ name, post }) => (
        <li key={`${name} ${post}`} dir="auto">
          {[name, post].filter(Boolean).join(' · ')}
        </li>
      ))}
    </ul>
  )

const excluded = ({ excluded: kept }: ReportContent, session: Session, you: string) =>
  kept.length > 0 && (
    <ul>
      {kept.map(({ id, reason }) => (
        <li key={id} dir="auto">
          {[nameOf(session, id, you), reason].filter(Boolean).join(': ')}
        </li>
      ))}
    </ul>
  )
