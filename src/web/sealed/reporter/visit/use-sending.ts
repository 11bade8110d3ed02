import { useState } from 'preact/hooks'
import { useReading } from '../../client/reading.ts'
import type { Attached } from '../files/attached.ts'
import type { Part } from '../sending/send.ts'
import type { OpenedVisit } from './open.ts'
import { sendMessage, type Written } from './write.ts'

/** Sends one message at a time and says how far it is, that it arrived, or why it did not. */
export function useSending(opened: OpenedVisit, onSent: () => void) {
  const { t } = useReading()
  const [now, setNow] = useState<{ part: Part; done?: number }>()
  const [trouble, setTrouble] = useState<string>()
  const [arrived, setArrived] = useState(false)
  const send = async (written: Written, files: readonly Attached[] = []): Promise<boolean> => {
    if (now) return false
    setTrouble(undefined)
    setArrived(false)
    const tell = (part: Part, done?: number) => setNow({ part, done })
    const sent = await sendMessage(opened, written, files, tell).catch(
      () => ({ ok: false, reason: 'cannot-seal' }) as const,
    )
    setNow(undefined)
    setArrived(sent.ok)
    const reasons: Record<string, string> = t.sending.reasons
    if (!sent.ok) setTrouble(reasons[sent.reason] ?? t.sending.reasons.other)
    else onSent()
    return sent.ok
  }
  return { now, trouble, arrived, send }
}
