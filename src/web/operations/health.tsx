import type { Health, RoadState } from '#insight'
import { roadsOf, worstRoadsFirst } from '#insight'
import { Icon, type IconName, useReader, useWords } from '#ui'
import { formatDuration, formatList, formatNumber } from '#words'

const ICONS: Record<RoadState['condition'], IconName> = { fine: 'check', slow: 'clock', broken: 'alert' }
const STATES: Record<RoadState['condition'], string> = { fine: 'fine', slow: 'soon', broken: 'late' }

/** The roads in and out and the work in the background: what does not work or waits has a line, the rest a word. */
export function HealthPart({ health }: { health: Health }) {
  const { operations } = useWords()
  const roads = worstRoadsFirst(roadsOf(health))
  const lines = roads.filter((each) => each.condition !== 'fine' || isCounted(each))
  const others = roads.filter((each) => !lines.includes(each))
  return (
    <>
      <h2>{operations.health}</h2>
      <ul class="wall-roads">
        {lines.map((road) => (
          <Line key={road.road} {...road} />
        ))}
      </ul>
      <Together
        kind="fine"
        icon="check"
        said={operations.condition.fine}
        of={others.filter(({ off }) => !off)}
      />
      <Together kind="off" icon="pause" said={operations.notConnected} of={others.filter(({ off }) => off)} />
    </>
  )
}

const isCounted = ({ road }: RoadState): boolean => road === 'letters' || road === 'chats'

function Line(state: RoadState) {
  const { operations } = useWords()
  const reader = useReader()
  const { road, condition } = state
  const details = useDetails(state)
  return (
    <li class={STATES[condition]}>
      <Icon name={isCounted(state) && condition === 'fine' ? 'inbox' : ICONS[condition]} />{' '}
      {operations.roads[road]} {isCounted(state) && <strong>{formatNumber(reader, state.n)}</strong>}{' '}
      {condition !== 'fine' && <strong>{operations.condition[condition]}</strong>}{' '}
      {details.length > 0 && <small>{details.join(' · ')}</small>}
    </li>
  )
}

interface TogetherProps {
  kind: 'fine' | 'off'
  icon: IconName
  said: string
  of: readonly RoadState[]
}

/** Roads of which there is one thing to say. */
function Together({ kind, icon, said, of }: TogetherProps) {
  const { operations } = useWords()
  const reader = useReader()
  if (of.length === 0) return null
  return (
    <p class={`wall-together ${kind}`}>
      <Icon name={icon} /> <strong>{said}</strong>{' '}
      {formatList(
        reader,
        of.map(({ road, failed }) =>
          failed
            ? `${operations.roads[road]} (${operations.failedOnRoad(formatNumber(reader, failed))})`
            : operations.roads[road],
        ),
      )}
    </p>
  )
}

/** Longer than a beat of a worker: less is not worth a word. */
const WORTH_SAYING = 15

function useDetails({ road, n, seconds, failed, consumer }: RoadState): string[] {
  const { operations } = useWords()
  const reader = useReader()
  const said = (count: number) => formatNumber(reader, count)
  const long = seconds > WORTH_SAYING
  return [
    ...(road === 'webhooks' && n > 0 ? [operations.systemsFailing(said(n))] : []),
    ...(!['letters', 'chats', 'webhooks'].includes(road) && n > 0 ? [operations.waitingOnRoad(said(n))] : []),
    ...(failed ? [operations.failedOnRoad(said(failed))] : []),
    ...(long && road !== 'mailbox' ? [operations.longest(formatDuration(reader, inUnits(seconds)))] : []),
    ...(long && road === 'feed' && consumer ? [operations.slowest(consumer)] : []),
  ]
}

/** In the two largest units at most. */
function inUnits(seconds: number): Temporal.DurationLikeObject {
  if (seconds < 120) return { seconds }
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return { minutes }
  const hours = Math.round(minutes / 60)
  return hours < 48 ? { hours } : { days: Math.round(hours / 24) }
}
