import { useState } from 'preact/hooks'
import type { Me } from '#integrity'
import type { Holder } from '#sealing'
import { Notice, Title } from '../client/shown.tsx'
import { Alone } from './frame.tsx'
import { Problem, Text, useWork } from './parts.tsx'
import { openByPassphrase } from './session.ts'
import { useReading } from './words.ts'

/** The passkey let the officer in, and did not open the key: the passphrase does. */
export function Unlock({
  me,
  onOpened,
  onLeave,
}: {
  me: Me
  onOpened: (holder: Holder) => void
  onLeave: () => void
}) {
  const { t } = useReading()
  const [passphrase, setPassphrase] = useState('')
  const [done, setDone] = useState(0)
  const { busy, problem, run } = useWork()
  const open = () =>
    run(async () => {
      const holder = await openByPassphrase(me, passphrase, setDone)
      if (!holder) return t.unlock.wrong
      onOpened(holder)
      return undefined
    })
  return (
    <Alone>
      <Title text={t.unlock.title} lead={t.unlock.lead} />
      {me.wraps.some(({ wrap }) => wrap === 'passphrase') ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            open()
          }}
        >
          <Text
            id="passphrase"
            kind="password"
            label={t.unlock.passphrase}
            value={passphrase}
            onText={setPassphrase}
          />
          <Working busy={busy} done={done} text={t.unlock.opening} />
          <Problem text={problem} />
          <div class="actions">
            <button type="submit" class="button main" disabled={busy}>
              {t.unlock.go}
            </button>
            <button type="button" class="button plain" onClick={onLeave}>
              {t.nav.signOut}
            </button>
          </div>
        </form>
      ) : (
        <Notice kind="warning">{t.unlock.noWrap}</Notice>
      )}
    </Alone>
  )
}

/** Slow work of the browser itself, with how far it has come. */
export const Working = ({ busy, done, text }: { busy: boolean; done: number; text: string }) => (
  <div aria-live="polite">
    {busy && (
      <>
        <p class="hint">{text}</p>
        <progress max={1} value={done} aria-label={text} />
      </>
    )}
  </div>
)
