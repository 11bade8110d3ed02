import { useState } from 'preact/hooks'
import type { Report } from '#integrity'
import { Notice } from '../../client/shown.tsx'
import type { OpenedReport } from '../open-report.ts'
import type { Session } from '../session.ts'
import { useReading } from '../words.ts'
import { ORDER, type StepName } from './forms.ts'
import { nameOf } from './report.tsx'
import { StepForm } from './step-form.tsx'

export interface StepsProps {
  session: Session
  opened: OpenedReport
  onReport: (report: Report | null) => Promise<void>
  /** Somebody else was faster: the report must be read again. */
  onStale: () => Promise<void>
}

/** What this officer may do now: the next step open, the others at hand. */
export function Steps(props: StepsProps) {
  const { t } = useReading()
  const { report } = props.opened
  const open = ORDER.filter((step) => report.steps.includes(step))
  const [chosen, setChosen] = useState<StepName>()
  const [done, setDone] = useState(false)
  const current = chosen && open.includes(chosen) ? chosen : open[0]
  if (!current) return null
  return (
    <section class="section office-steps">
      <h2>{t.steps.title}</h2>
      {done && <Notice kind="done">{t.steps.done}</Notice>}
      <Waiting {...props} />
      <StepForm
        key={`${current} ${report.items.length} ${report.stage}`}
        step={current}
        {...props}
        onBegin={() => setDone(false)}
        onReport={async (next) => {
          setChosen(undefined)
          setDone(true)
          await props.onReport(next)
        }}
      />
      <h3>{t.steps.more}</h3>
      <div class="office-more">
        {open
          .filter((step) => step !== current)
          .map((step) => (
            <button
              key={step}
              type="button"
              class="button quiet compact"
              onClick={() => {
                setChosen(step)
                setDone(false)
              }}
            >
              {t.steps.names[step]}
            </button>
          ))}
      </div>
    </section>
  )
}

/** What one officer asked for and another must agree to. */
function Waiting({ session, opened: { report } }: StepsProps) {
  const { t, sayDay } = useReading()
  return (
    <>
      {(['hold', 'lift', 'erase'] as const).map((what) => {
        const { askedBy, askedOn, inForce } = report[what]
        if (what === 'hold' && inForce)
          return (
            <Notice key={what} kind="sealed">
              {t.steps.names.hold}: {t.steps.inForce}
            </Notice>
          )
        if (!askedBy || !askedOn || inForce) return null
        return (
          <Notice key={what} kind="info">
            {t.steps.names[what]}. {t.steps.asked(nameOf(session, askedBy, t.report.you), sayDay(askedOn))}
          </Notice>
        )
      })}
    </>
  )
}
