import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { useState } from 'preact/hooks'
import type { Me } from '#integrity'
import type { Result } from '#kernel'
import type { AccountProps } from './account.tsx'
import { ask } from './ask.ts'
import { prfWrap } from './key-ceremony.ts'
import { Problem, Text, useWork } from './parts.tsx'
import { type Attempt, proof, register } from './passkey.ts'
import type { Session } from './session.ts'
import { useReading } from './words.ts'

/** The devices that let their officer in. */
export function Passkeys({ session, onMe }: AccountProps) {
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
          take(() => addPasskey(session, device.trim()))
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
