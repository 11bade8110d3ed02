import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../../../../ui/icon.tsx'
import { Act, Doing } from '../../client/parts.tsx'
import { useReading } from '../../client/reading.ts'
import { Notice, Title } from '../../client/shown.tsx'
import type { Parcel } from './parcel.ts'
import { PARTS, type Part, sendReport } from './send.ts'

type Sending = Parameters<typeof sendReport>[0]

interface SendingProps {
  sending: Sending
  onSent: () => void
  /** The list of who reads changed meanwhile: it has to be looked at again. */
  onChanged: () => void
  onBack: () => void
}

/** Seals and sends while one looks on; when it fails, says what left the browser (nothing readable) and tries again. */
export function SendingPage({ sending, onSent, onChanged, onBack }: SendingProps) {
  const { t } = useReading()
  const [now, setNow] = useState<{ part: Part; done?: number }>({ part: 'roster' })
  const [failed, setFailed] = useState<string>()
  const parcel = useRef<Parcel | undefined>(undefined)
  const send = async () => {
    setFailed(undefined)
    try {
      const tell = (part: Part, done?: number) => setNow({ part, done })
      const tried = await sendReport({ ...sending, parcel: parcel.current }, tell)
      parcel.current = tried.parcel
      if (tried.sent.ok) onSent()
      else setFailed(tried.sent.reason)
    } catch {
      setFailed('cannot-seal')
    }
  }
  useEffect(() => {
    void send()
  }, [])
  if (failed) {
    const again = failed === 'roster-old' ? onChanged : () => void send()
    return <Failed reason={failed} onAgain={again} onBack={onBack} />
  }
  return (
    <>
      <Title text={t.sending.title} lead={t.sending.stay} />
      <ol class="parts">
        {PARTS.filter((part) => part !== 'files' || sending.packing.draft.files.length > 0).map((part) => (
          <PartLine key={part} part={part} now={now} />
        ))}
      </ol>
    </>
  )
}

function PartLine({ part, now }: { part: Part; now: { part: Part; done?: number } }) {
  const { t } = useReading()
  const behind = PARTS.indexOf(part) < PARTS.indexOf(now.part)
  if (part === now.part)
    return (
      <li aria-current="step">
        <Doing text={t.sending.parts[part]} done={now.done} />
      </li>
    )
  return (
    <li class={behind ? 'behind' : 'ahead'}>
      {behind && <Icon name="check" />}
      {t.sending.parts[part]}
      {behind && <span class="unseen"> ({t.sending.done})</span>}
    </li>
  )
}

interface FailedProps {
  reason: string
  onAgain: () => void
  onBack: () => void
}

function Failed({ reason, onAgain, onBack }: FailedProps) {
  const { t } = useReading()
  const reasons: Record<string, string> = t.sending.reasons
  return (
    <>
      <Title text={t.sending.failed} lead={reasons[reason] ?? t.sending.reasons.other} />
      <Notice kind="sealed">{t.sending.nothingSent}</Notice>
      <div class="actions">
        <Act onAct={onAgain}>{reason === 'roster-old' ? t.go : t.sending.again}</Act>
        <Act kind="quiet" onAct={onBack}>
          {t.back}
        </Act>
      </div>
    </>
  )
}
