import { useState } from 'preact/hooks'
import { parseReceipt, RECEIPT_DIGITS, type ReceiptKeys, receiptDigits } from '#sealing'
import { Text } from '../../client/fields.tsx'
import { Doing } from '../../client/parts.tsx'
import { useReading } from '../../client/reading.ts'
import { Title } from '../../client/shown.tsx'
import { Question } from '../question.tsx'
import { type OpenedVisit, type Opening, openVisit } from './open.ts'
import { Opened } from './opened.tsx'

interface VisitPageProps {
  onHome: () => void
  /** A report of retaliation, with the access of this one. */
  onHarm: (access: string) => void
}

export function VisitPage({ onHome, onHarm }: VisitPageProps) {
  const { t, authority } = useReading()
  const [typed, setTyped] = useState('')
  const [opening, setOpening] = useState<{ what: Opening; done?: number }>()
  const [opened, setOpened] = useState<OpenedVisit>()
  const [trouble, setTrouble] = useState<string>()

  const open = async (given: string | ReceiptKeys) => {
    setTrouble(undefined)
    const found = await openVisit(given, authority, (what, done) => setOpening({ what, done })).catch(
      () => ({ ok: false, reason: 'cannot-seal' }) as const,
    )
    setOpening(undefined)
    const reasons: Record<string, string> = t.sending.reasons
    if (!found.ok) setTrouble(reasons[found.reason] ?? t.sending.reasons.other)
    else if (found.value) {
      setOpened(found.value)
      setTyped('')
    } else setTrouble(t.visit.unknown)
  }
  if (opened)
    return (
      <Opened
        opened={opened}
        refreshing={opening !== undefined}
        trouble={trouble}
        onRefresh={() => void open(opened.keys)}
        onHarm={() => onHarm(opened.keys.access)}
      />
    )
  if (opening)
    return (
      <>
        <Title text={t.visit.title} />
        <Doing text={t.visit.opening[opening.what]} done={opening.done} />
      </>
    )
  return (
    <Question
      title={t.visit.title}
      hint={t.visit.hint}
      go={t.visit.open}
      check={() => (parseReceipt(typed) ? [] : [{ field: 'receipt', text: t.visit.wrong }])}
      onGo={() => void open(parseReceipt(typed) ?? '')}
      onBack={onHome}
    >
      {(wrong) => (
        <>
          <Text
            id="receipt"
            label={t.visit.receipt}
            hint={t.visit.count(Math.min(receiptDigits(typed).length, RECEIPT_DIGITS))}
            digits
            value={typed}
            wrong={wrong('receipt')}
            onText={setTyped}
          />
          <div role="alert">{trouble && <p class="error">{trouble}</p>}</div>
        </>
      )}
    </Question>
  )
}
