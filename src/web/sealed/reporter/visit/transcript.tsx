import { useState } from 'preact/hooks'
import { OneOf, Text } from '../../client/fields.tsx'
import { Act, Doing } from '../../client/parts.tsx'
import { useReading } from '../../client/reading.ts'
import { Notice } from '../../client/shown.tsx'
import type { OpenedVisit } from './open.ts'
import { useSending } from './use-sending.ts'

interface TranscriptProps {
  opened: OpenedVisit
  /** The transcript's own id. */
  item: string
  onSent: () => void
}

/** The caller says whether it was written down right, or what is to be corrected. */
export function Transcript({ opened, item, onSent }: TranscriptProps) {
  const { transcript } = useReading().t.visit
  const [right, setRight] = useState<'right' | 'wrong' | ''>('')
  const [text, setText] = useState('')
  const { now, trouble, arrived, send } = useSending(opened, onSent)
  if (arrived)
    return <Notice kind="done">{right === 'right' ? transcript.confirmed : transcript.corrected}</Notice>
  return (
    <>
      <OneOf
        id={`right-${item}`}
        label={transcript.check}
        value={right}
        options={[
          { value: 'right', label: transcript.right },
          { value: 'wrong', label: transcript.wrong },
        ]}
        onChoice={setRight}
      />
      {right === 'wrong' && (
        <Text
          id={`correction-${item}`}
          label={transcript.correction}
          lines={5}
          value={text}
          onText={setText}
        />
      )}
      {now && <Doing text={transcript.send} done={now.done} />}
      <div role="alert">{trouble && <p class="error">{trouble}</p>}</div>
      {(right === 'right' || text.trim()) && (
        <Act
          kind="quiet"
          busy={now !== undefined}
          onAct={() =>
            void send({
              kind: 'correction',
              about: item,
              text: right === 'right' ? transcript.confirming : text.trim(),
            })
          }
        >
          {transcript.send}
        </Act>
      )}
    </>
  )
}
