import { useEffect, useState } from 'preact/hooks'
import type { Me } from '#integrity'
import type { Holder } from '#sealing'
import { provenRosters } from '../client/room.ts'
import { Notice } from '../client/shown.tsx'
import { Account } from './account.tsx'
import { ask } from './ask.ts'
import { Custody } from './custody.tsx'
import { Enrol } from './enrol.tsx'
import { Frame } from './frame.tsx'
import { Inbox } from './inbox.tsx'
import { useLock } from './lock.ts'
import { hashOf, type Place, placeOf } from './place.ts'
import { ReportPage } from './report/report.tsx'
import type { Session } from './session.ts'
import { SignIn } from './sign-in.tsx'
import { Statistics } from './statistics.tsx'
import { Unlock } from './unlock.tsx'
import { useReading } from './words.ts'

/** Who is here: nobody, somebody whose key is still closed, or an officer at work. */
type Here = { me?: Me; holder?: Holder; rosters?: Session['rosters']; broken?: string }

export function App() {
  const { authority } = useReading()
  const [here, setHere] = useState<Here>({})
  const [place, setPlace] = useState<Place>(placeOf(location.hash))
  useEffect(() => {
    const moved = () => setPlace(placeOf(location.hash))
    addEventListener('hashchange', moved)
    return () => removeEventListener('hashchange', moved)
  }, [])
  useEffect(() => {
    void provenRosters(authority).then((found) => {
      if (found.ok) setHere((now) => ({ ...now, rosters: found.value }))
      else if (found.reason === 'roster-missing') setHere((now) => ({ ...now, rosters: [] }))
      else setHere((now) => ({ ...now, broken: found.reason }))
    })
  }, [authority])
  // The key is not kept by a screen that nobody looks at.
  const forget = () =>
    setHere(({ holder, rosters, broken }) => {
      holder?.privateKey.fill(0)
      return { rosters, broken }
    })
  useLock(here.holder !== undefined, forget)

  const entered = (me: Me, holder: Holder | undefined) => {
    setHere((now) => ({ ...now, me, holder }))
    if (place.at === 'enrol')
      location.hash = hashOf({ at: me.officer.office === 'custodian' ? 'custody' : 'inbox' })
  }
  const signOut = async () => {
    await ask('sign-out', {})
    forget()
  }
  if (place.at === 'enrol' && !here.holder) return <Enrol invite={place.invite} onEntered={entered} />
  if (!here.me) return <SignIn onEntered={entered} />
  if (!here.holder)
    return (
      <Unlock
        me={here.me}
        onOpened={(holder) => entered(here.me as Me, holder)}
        onLeave={() => void signOut()}
      />
    )
  const session: Session = { me: here.me, holder: here.holder, rosters: here.rosters ?? [] }
  return (
    <Frame me={here.me} place={place} onLeave={() => void signOut()}>
      <Trust here={here} />
      <Room place={place} session={session} onMe={(me) => setHere((now) => ({ ...now, me }))} />
    </Frame>
  )
}

/** Whether the office may be worked in at all: who is rostered, by whom. */
function Trust({ here }: { here: Here }) {
  const { t } = useReading()
  if (here.broken) return <Notice kind="warning">{t.rostered.broken}</Notice>
  if (here.rosters?.length === 0) return <Notice kind="warning">{t.rostered.none}</Notice>
  return here.me?.rostered ? null : <Notice kind="info">{t.rostered.waiting}</Notice>
}

function Room({ place, session, onMe }: { place: Place; session: Session; onMe: (me: Me) => void }) {
  const custodian = session.me.officer.office === 'custodian'
  if (place.at === 'account') return <Account session={session} onMe={onMe} />
  if (place.at === 'statistics') return <Statistics />
  if (custodian || place.at === 'custody') return <Custody session={session} />
  if (place.at === 'report') return <ReportPage key={place.id} session={session} id={place.id} />
  return <Inbox session={session} closed={place.at === 'closed'} />
}
