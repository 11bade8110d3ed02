import type { Me } from '#integrity'
import { Title } from '../client/shown.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { Passkeys } from './passkeys.tsx'
import { Drill, Passphrase } from './passphrase.tsx'
import type { Session } from './session.ts'
import { useReading } from './words.ts'

export interface AccountProps {
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
