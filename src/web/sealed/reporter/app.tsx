import { useEffect, useState } from 'preact/hooks'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { QuickLeave } from '../client/leave.tsx'
import { useReading } from '../client/reading.ts'
import { Report } from './report.tsx'
import { VisitPage } from './visit/visit-page.tsx'

/** Where the reporter is. The address never changes: the history of the device shows one page. */
type Place =
  | { at: 'start' }
  /** With the access of an earlier report, it is a report of retaliation. */
  | { at: 'report'; linked?: string }
  | { at: 'visit' }

export function App() {
  const [place, setPlace] = useState<Place>({ at: 'start' })
  useEffect(() => showLanding(place.at === 'start'), [place.at])
  if (place.at === 'start') return <Start onGo={(at) => setPlace({ at })} />
  const home = () => setPlace({ at: 'start' })
  return (
    <>
      <QuickLeave />
      {place.at === 'report' ? (
        <Report key={place.linked} linked={place.linked} onHome={home} />
      ) : (
        <VisitPage onHome={home} onHarm={(linked) => setPlace({ at: 'report', linked })} />
      )}
    </>
  )
}

function Start({ onGo }: { onGo: (at: 'report' | 'visit') => void }) {
  const { start } = useReading().t.landing
  return (
    <section aria-labelledby="start-title">
      <h2 id="start-title" class="unseen">
        {start.title}
      </h2>
      <div class="cards list">
        <Card icon="lock" title={start.report} text={start.reportHint} onAct={() => onGo('report')} />
        <Card icon="message" title={start.visit} text={start.visitHint} onAct={() => onGo('visit')} />
      </div>
      <p class="hint">{start.safety}</p>
    </section>
  )
}

interface CardProps {
  icon: IconName
  title: string
  text: string
  onAct: () => void
}

const Card = ({ icon, title, text, onAct }: CardProps) => (
  <button type="button" class="card" onClick={onAct}>
    <span class="card-icon">
      <Icon name={icon} />
    </span>
    <span class="card-words">
      <span class="card-title">{title}</span>
      <span class="card-text">{text}</span>
    </span>
    <Icon name="chevron" />
  </button>
)

/** The page around the program: seen at the start, out of the way while somebody writes. */
function showLanding(shown: boolean): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-landing]')) part.hidden = !shown
}
