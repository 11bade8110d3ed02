import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { useState } from 'preact/hooks'
import type { Me } from '#integrity'
import type { Result } from '#kernel'
import { wrapByPassphrase } from '#sealing'
import { ask } from './ask.ts'
import { prfWrap } from './enrol.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { Notice, Problem, Text, Title, useWork } from './parts.tsx'
import { type Attempt, proof, register } from './passkey.ts'
import { openByPassphrase, type Session } from './session.ts'
import { Working } from './unlock.tsx'
import { useReading } from './words.ts'

interface AccountProps {
  session: Session
  onMe: (me: Me) => void
}

/** One's own key, passkeys and passphrase. */
export function Account(props: AccountProps) {
  const { t, authority } = useReading()
  const { me } = props.session
  return (
    <>
      <Title text={t.account.title} />
      <section class="section">
        <h2>{t.account.fingerprint}</h2>
        {me.officer.key && <Fingerprint of={me.officer.key} />}
        <p class="hint">{t.account.fingerprintHint}</p>
        <h2>{t.account.authority}</h2>
        <Fingerprint of={authority} />
      </section>
      <Passkeys {...props} />
      <Passphrase {...props} />
      <Drill {...props} />
    </>
  )
}

function Passkeys({ session, onMe }: AccountProps) {
  const { t, sayDay, sayRefusal } = useReading()
  const [device, setDevice] = useState('')
  const { busy, problem, run } = useWork()
  const take = (work: () => Promise<Result<{ me: Me }>>) =>
    run(async () => {
      const done = await work()
      if (done.ok) onMe(done.value.me)
      return done.ok ? undefined : sayRefusal(done.reason)
    })
  const remove = (credential: string) => async () => {
    const fresh = await proof()
    return fresh.ok ? ask<{ me: Me }>('passkeys/remove', { credential, proof: fresh.value }) : fresh
  }
  return (
    <section class="section">
      <h2>{t.account.passkeys}</h2>
      <ul class="office-files">
        {session.me.passkeys.map(({ credential, device: name, addedOn, prf }) => (
          <li key={credential} class="office-file">
            <p>
              <strong>
                <bdi>{name}</bdi>
              </strong>{' '}
              {t.account.added(sayDay(addedOn))}
            </p>
            <p class="hint">{prf ? t.account.opensKey : t.account.onlySignIn}</p>
            <button
              type="button"
              class="button quiet compact"
              disabled={busy}
              onClick={() => take(remove(credential))}
            >
              {t.account.remove}
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void take(() => addPasskey(session, device.trim()))
        }}
      >
        <Text
          id="device"
          label={t.enrol.deviceName}
          hint={t.enrol.deviceHint}
          value={device}
          onText={setDevice}
        />
        <button type="submit" class="button quiet" disabled={busy || device.trim() === ''}>
          {t.account.add}
        </button>
      </form>
      <Problem text={problem} />
    </section>
  )
}

async function addPasskey({ holder }: Session, device: string): Promise<Result<{ me: Me }>> {
  const fresh = await proof()
  if (!fresh.ok) return fresh
  const begun = await ask<Attempt<PublicKeyCredentialCreationOptionsJSON>>('passkeys/options', {})
  if (!begun.ok) return begun
  const made = await register(begun.value.options)
  if (!made.ok) return made
  const { credential, prf } = made.value
  const wrap = prf && (await prfWrap(holder, credential.id, prf))
  const { attempt } = begun.value
  return ask<{ me: Me }>('passkeys', {
    attempt,
    credential,
    device,
    ...(wrap && { wrap }),
    proof: fresh.value,
  })
}

function Passphrase({ session, onMe }: AccountProps) {
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
          void change()
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
function Drill({ session: { me } }: AccountProps) {
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
          void attempt()
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
