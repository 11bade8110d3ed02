import { useState } from 'preact/hooks'
import type { Report } from '#integrity'
import type { IdentityContent } from '#sealing'
import { openReleased } from '../open-report.ts'
import { Problem, useWork } from '../parts.tsx'
import type { Session } from '../session.ts'
import { useReading } from '../words.ts'
import { nameOf } from './report.tsx'

/** The identity in its own envelope: whether there is one, who asked, and what two custodians released. */
export function Identity({ session, report }: { session: Session; report: Report }) {
  const { t, sayDay } = useReading()
  const { identity } = report
  const last = identity?.requests.at(-1)
  const gave = last?.answers.filter((answer) => answer.gave).length ?? 0
  return (
    <section class="section">
      <h2>{t.identity.title}</h2>
      <p>{identity ? t.identity.kept : t.identity.none}</p>
      {last && (
        <>
          <p class="hint">{t.custody.by(nameOf(session, last.by, t.report.you), sayDay(last.on))}</p>
          <p>{last.state === 'refused' ? t.identity.refused : t.identity.answers(gave)}</p>
          {last.state === 'open' && <p class="hint">{t.identity.waiting}</p>}
          {last.state === 'released' && last.by === session.holder.id && (
            <Envelope session={session} report={report} />
          )}
        </>
      )}
    </section>
  )
}

function Envelope({ session, report }: { session: Session; report: Report }) {
  const { t } = useReading()
  const [content, setContent] = useState<IdentityContent>()
  const { busy, problem, run } = useWork()
  const open = () =>
    run(async () => {
      const opened = await openReleased(session, report)
      if (!opened.ok) return t.identity.failed
      setContent(opened.value)
      return undefined
    })
  if (!content)
    return (
      <>
        <button type="button" class="button quiet" disabled={busy} onClick={open}>
          {t.identity.open}
        </button>
        <Problem text={problem} />
      </>
    )
  return (
    <>
      <p class="hint">{t.identity.opened}</p>
      <dl class="facts">
        {(['name', 'contact', 'remarks'] as const)
          .filter((field) => content[field])
          .map((field) => (
            <div key={field}>
              <dt>{t.identity[field]}</dt>
              <dd dir="auto">{content[field]}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}
