import { useState } from 'preact/hooks'
import type { Report } from '#integrity'
import { Notice } from '../../client/shown.tsx'
import { ask } from '../ask.ts'
import type { OpenedReport } from '../open-report.ts'
import { Problem, useWork } from '../parts.tsx'
import type { Session } from '../session.ts'
import { useReading } from '../words.ts'
import { type Answers, fieldsOf, missing, NOTHING, ORDER, type StepName } from './forms.ts'
import { nameOf } from './report.tsx'
import { stepBody } from './step-body.ts'
import { StepField } from './step-field.tsx'

interface StepsProps {
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

interface StepFormProps extends StepsProps {
  step: StepName
  onBegin: () => void
}

/** Somebody changed the report in the meantime; it is read again and what was typed stays. */
const STALE = ['out-of-order', 'wrong-recipients', 'not-found']

function StepForm({ step, session, opened, onBegin, onReport, onStale }: StepFormProps) {
  const { t, sayRefusal } = useReading()
  const { report } = opened
  const [answers, setAnswers] = useState<Answers>({ ...NOTHING, text: prefilled(step, t.steps) })
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useWork()
  const empty = missing(step, report, answers)
  const go = () =>
    run(async () => {
      setTried(true)
      if (empty.length > 0) return undefined
      onBegin()
      const body = await stepBody(step, answers, session, opened)
      if (!body.ok) return sayRefusal(body.reason)
      const taken = await ask<{ report: Report | null }>(`reports/${report.id}/steps`, body.value)
      if (taken.ok) await onReport(taken.value.report)
      else if (STALE.includes(taken.reason)) await onStale()
      return taken.ok ? undefined : sayRefusal(taken.reason)
    })
  return (
    <form
      class="office-step"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <h3>{t.steps.names[step]}</h3>
      <p class="hint">{t.steps.hints[step]}</p>
      {fieldsOf(step, report).map((field) => (
        <StepField
          key={field}
          field={field}
          step={step}
          session={session}
          opened={opened}
          answers={answers}
          wrong={tried && empty.includes(field)}
          onAnswer={(given) => setAnswers((now) => ({ ...now, ...given }))}
        />
      ))}
      <Problem text={problem} />
      <button type="submit" class={`button ${DANGER.includes(step) ? 'danger' : 'main'}`} disabled={busy}>
        {busy
          ? t.steps.sealing
          : fieldsOf(step, report).includes('text')
            ? t.steps.send
            : t.steps.names[step]}
      </button>
    </form>
  )
}

const DANGER: readonly StepName[] = ['erase', 'declare-conflict', 'hand-over']

function prefilled(step: StepName, words: { acknowledged: string; toTell: string }): string {
  if (step === 'acknowledge') return words.acknowledged
  return step === 'ask-identity' ? words.toTell : ''
}
