import { useState } from 'preact/hooks'
import type { Me } from '#integrity'
import { wrapByPassphrase } from '#sealing'
import { Notice } from '../client/shown.tsx'
import type { AccountProps } from './account.tsx'
import { ask } from './ask.ts'
import { Problem, Text, useWork } from './parts.tsx'
import { proof } from './passkey.ts'
import { openByPassphrase } from './session.ts'
import { Working } from './unlock.tsx'
import { useReading } from './words.ts'

/** Another passphrase for the same key. */
export function Passphrase({ session, onMe }: AccountProps) {
  const { t, sayRefusal } = useReading()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [done, setDone] = useState(0)
  const { busy, problem, run } = useWork()
  const change = () =>
    run(async () => {
      if (passphrase.length < 20) return t.enrol.short
      if (passphrase !== again) return t.enrol.differ
      const { id, privateKey } = session.holder
      const wrap = await wrapByPassphrase(id, Uint8Array.from(privateKey), passphrase, setDone)
      const fresh = await proof()
      if (!fresh.ok) return sayRefusal(fresh.reason)
      const changed = await ask<{ me: Me }>('passphrase', { wrap, proof: fresh.value })
      if (!changed.ok) return sayRefusal(changed.reason)
      onMe(changed.value.me)
      setPassphrase('')
      setAgain('')
      return undefined
    })
  return (
    <section class="section">
      <h2>{t.account.passphrase}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          change()
        }}
      >
        <Text
          id="passphrase"
          kind="password"
          label={t.enrol.passphrase}
          hint={t.enrol.passphraseHint}
          value={passphrase}
          onText={setPassphrase}
        />
        <Text id="again" kind="password" label={t.enrol.again} value={again} onText={setAgain} />
        <Working busy={busy} done={done} text={t.enrol.wrapping} />
        <Problem text={problem} />
        <button type="submit" class="button quiet" disabled={busy}>
          {t.account.passphraseGo}
        </button>
      </form>
    </section>
  )
}

/** Whether the passphrase would open the key on the day it is needed; nothing is sent. */
export function Drill({ session: { me } }: AccountProps) {
  const { t } = useReading()
  const [passphrase, setPassphrase] = useState('')
  const [done, setDone] = useState(0)
  const [held, setHeld] = useState(false)
  const { busy, problem, run } = useWork()
  const attempt = () =>
    run(async () => {
      setHeld(false)
      const holder = await openByPassphrase(me, passphrase, setDone)
      setHeld(holder !== undefined)
      return holder ? undefined : t.unlock.wrong
    })
  return (
    <section class="section">
      <h2>{t.account.drill}</h2>
      <p>{t.account.drillText}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          attempt()
        }}
      >
        <Text
          id="drill"
          kind="password"
          label={t.unlock.passphrase}
          value={passphrase}
          onText={setPassphrase}
        />
        <Working busy={busy} done={done} text={t.unlock.opening} />
        <Problem text={problem} />
        {held && <Notice kind="done">{t.account.drillDone}</Notice>}
        <button type="submit" class="button quiet" disabled={busy}>
          {t.account.drillGo}
        </button>
      </form>
    </section>
  )
}
