import { useEffect, useState } from 'preact/hooks'
import type { Me } from '#integrity'
import { type Holder, publicKeyOf } from '#sealing'
import { Notice, Title } from '../client/shown.tsx'
import { ask } from './ask.ts'
import { Fingerprint } from './fingerprint.tsx'
import { Alone } from './frame.tsx'
import { enrol, type Invited, keyFor } from './key-ceremony.ts'
import { Problem, Text, useWork } from './parts.tsx'
import type { OnEntered } from './sign-in.tsx'
import { Working } from './unlock.tsx'
import { useReading } from './words.ts'

const SHORTEST = 20

/** The key ceremony: a key that only this browser ever saw, locked twice, and a passkey to come back with. */
export function Enrol({ invite, onEntered }: { invite: string; onEntered: OnEntered }) {
  const { t, locale, sayRefusal } = useReading()
  const [invited, setInvited] = useState<Invited | 'unknown'>()
  const [made, setMade] = useState<{ me: Me; holder: Holder }>()
  useEffect(() => {
    void ask<Invited>('invite', { invite }).then((found) => setInvited(found.ok ? found.value : 'unknown'))
  }, [invite])
  if (made) return <Made {...made} onEntered={onEntered} />
  if (!invited)
    return (
      <Alone>
        <p>{t.wait}</p>
      </Alone>
    )
  if (invited === 'unknown')
    return (
      <Alone>
        <Title text={t.enrol.title} />
        <Notice kind="warning">{sayRefusal('invite-unknown')}</Notice>
      </Alone>
    )
  return (
    <Alone>
      <Title text={t.enrol.hello(invited.officer.name[locale])} lead={t.enrol[invited.purpose]} />
      <Ceremony invite={invite} invited={invited} onMade={(me, holder) => setMade({ me, holder })} />
    </Alone>
  )
}

interface CeremonyProps {
  invite: string
  invited: Invited
  onMade: (me: Me, holder: Holder) => void
}

function Ceremony({ invite, invited, onMade }: CeremonyProps) {
  const { t, sayRefusal } = useReading()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [device, setDevice] = useState('')
  const [done, setDone] = useState(0)
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useWork()
  const known = invited.purpose === 'device'
  const wrong = {
    passphrase: !known && passphrase.length < SHORTEST ? t.enrol.short : undefined,
    again: !known && again !== passphrase ? t.enrol.differ : undefined,
    device: device.trim() === '' ? t.enrol.deviceMissing : undefined,
  }
  const shown = (what: keyof typeof wrong) => (tried ? wrong[what] : undefined)
  const go = () =>
    run(async () => {
      setTried(true)
      if (Object.values(wrong).some(Boolean)) return undefined
      const key = await keyFor(invited, passphrase, setDone)
      if (!key.ok) return key.reason
      const entered = await enrol(invite, device.trim(), key.value)
      if (entered.ok) onMade(entered.value, key.value.holder)
      return entered.ok ? undefined : entered.reason
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <Text
        id="passphrase"
        kind="password"
        label={t.enrol.passphrase}
        hint={known ? undefined : t.enrol.passphraseHint}
        wrong={shown('passphrase')}
        value={passphrase}
        onText={setPassphrase}
      />
      {!known && (
        <Text
          id="again"
          kind="password"
          label={t.enrol.again}
          wrong={shown('again')}
          value={again}
          onText={setAgain}
        />
      )}
      <Text
        id="device"
        label={t.enrol.deviceName}
        hint={t.enrol.deviceHint}
        wrong={shown('device')}
        value={device}
        onText={setDevice}
      />
      <Working busy={busy} done={done} text={done < 1 ? t.enrol.wrapping : t.enrol.passkey} />
      <Problem text={problem && (problem === 'wrong-passphrase' ? t.unlock.wrong : sayRefusal(problem))} />
      <div class="actions">
        <button type="submit" class="button main" disabled={busy}>
          {t.enrol.go}
        </button>
      </div>
    </form>
  )
}

function Made({ me, holder, onEntered }: { me: Me; holder: Holder; onEntered: OnEntered }) {
  const { t } = useReading()
  return (
    <Alone>
      <Title text={t.enrol.done.title} lead={t.enrol.done.text} />
      <Fingerprint of={publicKeyOf(holder.privateKey)} />
      <div class="actions">
        <button type="button" class="button main" onClick={() => onEntered(me, holder)}>
          {t.enrol.done.go}
        </button>
      </div>
    </Alone>
  )
}
