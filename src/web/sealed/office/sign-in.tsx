import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useState } from 'preact/hooks'
import type { Me, Officer } from '#integrity'
import type { Holder } from '#sealing'
import { Notice, Title } from '../client/shown.tsx'
import { ask } from './ask.ts'
import { Alone } from './frame.tsx'
import { Problem, useWork } from './parts.tsx'
import { type Attempt, assert } from './passkey.ts'
import { hashOf } from './place.ts'
import { openByPasskey } from './session.ts'
import { useReading } from './words.ts'

export type OnEntered = (me: Me, holder: Holder | undefined) => void

export function SignIn({ onEntered }: { onEntered: OnEntered }) {
  const { t, sayRefusal } = useReading()
  const { busy, problem, run } = useWork()
  const go = () =>
    run(async () => {
      const begun = await ask<Attempt<PublicKeyCredentialRequestOptionsJSON>>('sign-in/options', {})
      if (!begun.ok) return begun.reason
      const asserted = await assert(begun.value.options)
      if (!asserted.ok) return asserted.reason
      const { credential, prf } = asserted.value
      const entered = await ask<{ me: Me }>('sign-in', { attempt: begun.value.attempt, credential })
      if (!entered.ok) return entered.reason
      onEntered(entered.value.me, await openByPasskey(entered.value.me, credential.id, prf))
      return undefined
    })
  return (
    <Alone>
      <Title text={t.signIn.title} lead={t.signIn.lead} />
      {browserSupportsWebAuthn() ? (
        <div class="actions">
          <button type="button" class="button main" disabled={busy} onClick={go}>
            {busy ? t.wait : t.signIn.go}
          </button>
        </div>
      ) : (
        <Notice kind="warning">{t.signIn.unsupported}</Notice>
      )}
      <Problem text={problem && sayRefusal(problem)} />
      <p class="hint">{t.signIn.invited}</p>
      <Demonstration />
    </Alone>
  )
}

interface Invented {
  officer: Officer
  invite: string
  passphrase: string
}

/** Where nothing is real, people with ready keys may be tried by anybody; elsewhere the room knows of none. */
function Demonstration() {
  const { t, locale } = useReading()
  const [invented, setInvented] = useState<Invented[]>()
  const [absent, setAbsent] = useState(false)
  if (absent) return null
  const show = async () => {
    const found = await ask<{ invites: Invented[] }>('demonstration', {})
    if (found.ok) setInvented(found.value.invites)
    else setAbsent(true)
  }
  if (!invented)
    return (
      <button type="button" class="button plain" onClick={() => void show()}>
        {t.signIn.demonstration.show}
      </button>
    )
  return (
    <Notice kind="info">
      <p class="notice-title">{t.signIn.demonstration.title}</p>
      <p>
        {t.signIn.demonstration.text} <bdi class="ltr">{invented[0]?.passphrase}</bdi>
      </p>
      <ul class="office-people">
        {invented.map(({ officer, invite }) => (
          <li key={officer.id}>
            <a href={hashOf({ at: 'enrol', invite })}>{t.signIn.demonstration.enter(officer.name[locale])}</a>{' '}
            <span class="hint">{t.offices[officer.office]}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
