import { useState } from 'preact/hooks'
import { Text } from '../../client/fields.tsx'
import { useKeptOnlyHere } from '../../client/leave.tsx'
import { Act, Doing } from '../../client/parts.tsx'
import { useReading } from '../../client/reading.ts'
import { Notice } from '../../client/shown.tsx'
import type { Attached } from '../files/attached.ts'
import { Files } from '../files/files.tsx'
import type { OpenedVisit } from './open.ts'
import { useSending } from './use-sending.ts'

/** A message with files, sealed to those who read the report. */
export function WriteMessage({ opened, onSent }: { opened: OpenedVisit; onSent: () => void }) {
  const { t } = useReading()
  const [text, setText] = useState('')
  const [files, setFiles] = useState<Attached[]>([])
  const [wrong, setWrong] = useState<string>()
  const { now, trouble, arrived, send } = useSending(opened, onSent)
  useKeptOnlyHere(text !== '' || files.length > 0)
  const go = async () => {
    const nothing = !text.trim() && files.length === 0
    setWrong(nothing ? t.needed : undefined)
    if (nothing || !(await send({ kind: 'message', text: text.trim() }, files))) return
    setText('')
    setFiles([])
  }
  return (
    <form
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void go()
      }}
    >
      <Text
        id="message"
        label={t.visit.write.text}
        hint={t.visit.write.hint}
        lines={6}
        value={text}
        wrong={wrong}
        onText={setText}
      />
      <Files files={files} onFiles={setFiles} />
      {now && <Doing text={t.visit.write.sending} done={now.done} />}
      {arrived && <Notice kind="done">{t.visit.write.sent}</Notice>}
      <div role="alert">{trouble && <p class="error">{trouble}</p>}</div>
      <Act onAct={() => void go()} busy={now !== undefined}>
        {t.visit.write.send}
      </Act>
    </form>
  )
}
