import { useState } from 'preact/hooks'
import { type KnownRoster, keysFromReceipt, newReceipt, type ReceiptKeys } from '#sealing'
import { useKeptOnlyHere } from '../client/leave.tsx'
import { useReading } from '../client/reading.ts'
import { Notice } from '../client/shown.tsx'
import { type Draft, emptyDraft } from './draft.ts'
import { Question } from './question.tsx'
import { type Step, useSteps } from './questions.tsx'
import { DonePage } from './sending/done-page.tsx'
import { ConfirmReceipt, ReceiptPage } from './sending/receipt-page.tsx'
import { SendingPage } from './sending/sending-page.tsx'
import { useSaid } from './steps/review.tsx'

interface ReportFormProps {
  roster: KnownRoster
  linked?: string
  onHome: () => void
  onChanged: () => void
}

type Stage = 'questions' | 'receipt' | 'confirm' | 'sending' | 'done'
type Receipt = { digits: string; keys: Promise<ReceiptKeys> }

/** A report typed by an officer for a caller: what stands after # is never sent by a browser. */
const isTelephone = () => location.hash === '#telephone'

export function ReportForm({ roster, linked, onHome, onChanged }: ReportFormProps) {
  const { t, locale, authority } = useReading()
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(linked ? 'retaliation' : ''))
  const [stage, setStage] = useState<Stage>('questions')
  const [receipt, setReceipt] = useState<Receipt>()
  const [at, setAt] = useState(0)
  const [telephone] = useState(isTelephone)
  const steps = useSteps({
    draft,
    roster,
    set: (change) => setDraft((now) => ({ ...now, ...change })),
    goTo: setAt,
  })
  const said = useSaid({ draft, roster })
  useKeptOnlyHere(stage !== 'done' && JSON.stringify(draft) !== JSON.stringify(emptyDraft()))

  const toReceipt = () => {
    if (!receipt) {
      const digits = newReceipt()
      setReceipt({ digits, keys: keysFromReceipt(digits) })
    }
    setStage('receipt')
  }
  if (stage === 'done') return <DonePage />
  if (!receipt || stage === 'questions') {
    const step = steps[at] as Step
    return (
      <Question
        key={step.id}
        title={step.title}
        hint={step.hint}
        step={at === steps.length - 1 ? undefined : t.step(at + 1, steps.length - 1)}
        check={step.check}
        go={at === steps.length - 1 ? t.review.go : undefined}
        onGo={at === steps.length - 1 ? toReceipt : () => setAt(at + 1)}
        onBack={at === 0 ? onHome : () => setAt(at - 1)}
      >
        {(wrong) => (
          <>
            {at === 0 && <Notice kind="sealed">{linked ? t.visit.harm.linked : t.unstored}</Notice>}
            {step.draw(wrong)}
          </>
        )}
      </Question>
    )
  }
  const back = () => setStage('questions')
  if (stage === 'receipt')
    return (
      <ReceiptPage
        receipt={receipt.digits}
        keys={receipt.keys}
        telephone={telephone}
        onWritten={() => setStage('confirm')}
      />
    )
  if (stage === 'confirm')
    return (
      <ConfirmReceipt
        receipt={receipt.digits}
        onConfirmed={() => setStage('sending')}
        onBack={() => setStage('receipt')}
      />
    )
  const transcript = telephone
    ? Object.entries(said).map(([part, text]) => `${t.review.labels[part as keyof typeof said]}: ${text}`)
    : undefined
  return (
    <SendingPage
      sending={{
        packing: {
          draft,
          roster,
          language: locale,
          linked: linked !== undefined,
          ...(transcript && { transcript: transcript.join('\n\n') }),
        },
        keys: receipt.keys,
        authority,
        linked,
      }}
      onSent={() => {
        setDraft(emptyDraft())
        setStage('done')
      }}
      onChanged={() => {
        onChanged()
        setAt(steps.findIndex(({ id }) => id === 'readers'))
        back()
      }}
      onBack={back}
    />
  )
}
