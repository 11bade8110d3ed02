import { useState } from 'preact/hooks'
import type { Report } from '#integrity'
import { ask } from '../ask.ts'
import { Problem, useWork } from '../parts.tsx'
import { useReading } from '../words.ts'
import { type Answers, fieldsOf, missing, NOTHING, type StepName } from './forms.ts'
import { stepBody } from './step-body.ts'
import { StepField } from './step-field.tsx'
import type { StepsProps } from './steps.tsx'

interface StepFormProps extends StepsProps {
  step: StepName
  onBegin: () => void
}

/** Somebody changed the report in the meantime; it is read again and what was typed stays. */
const STALE = ['out-of-order', 'wrong-recipients', 'not-found']

/** One step: what it asks for, sealed in the browser and handed over. */
export function StepForm({ step, session, opened, onBegin, onReport, onStale }: StepFormProps) {
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
