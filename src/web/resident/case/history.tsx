import type { TimelineEntry, Told } from '#cases'
import { type IconName, Section, Timeline } from '#ui'
import { formatDay } from '#words'
import type { Shown } from './own.ts'

/** What has happened so far, the latest first, in plain words. */
export function History({ view, reader, t, directory }: Shown) {
  const { follow } = t
  const open = view.state.stage !== 'closed'
  const items = view.timeline.toReversed().map((entry, index) => ({
    key: String(entry.seq),
    title: follow.timeline[entry.says],
    at: entry.at,
    by: [directory.entity(entry.entity)?.name[reader.locale], entry.byAgent && follow.byAgent]
      .filter(Boolean)
      .join(' · '),
    icon: ICONS[entry.says] ?? ('check' as const),
    mark: open && index === 0 ? ('now' as const) : undefined,
    children: said(entry, follow, reader, view.outsideRemedy?.[reader.locale]),
  }))
  return (
    <Section title={follow.page.history}>
      <Timeline items={items} />
    </Section>
  )
}

function said(entry: TimelineEntry, follow: Shown['t']['follow'], reader: Shown['reader'], outside?: string) {
  const remedy = entry.otherRemedy ?? (NAMES_REMEDY.includes(entry.says) ? outside : undefined)
  if (!entry.text && !entry.until && !remedy) return undefined
  return (
    <>
      {entry.until && (
        <p>
          <strong>{follow.newDate(formatDay(reader, entry.until))}</strong>
        </p>
      )}
      {entry.text && <p dir="auto">{entry.text}</p>}
      {remedy && (
        <p>
          {follow.page.otherRemedy}: <span dir="auto">{remedy}</span>
        </p>
      )}
    </>
  )
}

/** Whoever is made to wait longer, or is refused, is told where else to turn. */
const NAMES_REMEDY: readonly Told[] = ['extended', 'reopened', 'upheld']

const ICONS: Partial<Record<Told, IconName>> = {
  received: 'inbox',
  'with-entity': 'building',
  'found-by-itself': 'building',
  contested: 'flag',
  'moved-on': 'building',
  'back-at-centre': 'building',
  'several-entities': 'users',
  'joined-with-another': 'users',
  'work-began': 'clock',
  asked: 'question',
  'answered-question': 'message',
  added: 'plus',
  extended: 'calendar',
  'reply-written': 'file',
  'reply-returned': 'alert',
  answered: 'mail',
  rated: 'star',
  objected: 'flag',
  withdrawn: 'close',
}
