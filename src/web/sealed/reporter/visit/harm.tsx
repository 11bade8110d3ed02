import { Act, Doing } from '../../client/parts.tsx'
import { daysUntil, useReading } from '../../client/reading.ts'
import { Notice } from '../../client/shown.tsx'
import type { OpenedVisit } from './open.ts'
import { useSending } from './use-sending.ts'

interface HarmProps {
  opened: OpenedVisit
  canWrite: boolean
  onSent: () => void
  onHarm: () => void
}

/** Whether the reporter suffered: asked after 30, 90 and 180 days, and open at any time. */
export function Harm({ opened, canWrite, onSent, onHarm }: HarmProps) {
  const { t, sayDay } = useReading()
  const { harm } = t.visit
  const { now, trouble, arrived, send } = useSending(opened, onSent)
  const passed = opened.visit.retaliationPrompts.filter((day) => daysUntil(day) <= 0)
  const day = passed[passed.length - 1]
  return (
    <>
      {day && !arrived && <p>{harm.asked(sayDay(day))}</p>}
      <p class="hint">{harm.always}</p>
      {now && <Doing text={t.visit.write.sending} done={now.done} />}
      {arrived && <Notice kind="done">{harm.answered}</Notice>}
      <div role="alert">{trouble && <p class="error">{trouble}</p>}</div>
      <div class="actions">
        <Act kind="quiet" onAct={onHarm}>
          {harm.yes}
        </Act>
        {day && canWrite && !arrived && (
          <Act
            kind="plain"
            busy={now !== undefined}
            onAct={() =>
              void send({
                kind: 'retaliation-answer',
                text: harm.answer,
                prompt: { day, suffered: false },
              })
            }
          >
            {harm.no}
          </Act>
        )}
      </div>
    </>
  )
}
