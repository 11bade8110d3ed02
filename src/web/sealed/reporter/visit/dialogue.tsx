import type { IconName } from '../../../../ui/icon.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { useReading } from '../../client/reading.ts'
import { Notice, Quote } from '../../client/shown.tsx'
import type { Line, OpenedVisit } from './open.ts'
import { Transcript } from './transcript.tsx'

interface DialogueProps {
  opened: OpenedVisit
  canWrite: boolean
  onSent: () => void
}

/** What was said, oldest first. The reporter's own words are not here: a found receipt must not show them. */
export function Dialogue({ opened, canWrite, onSent }: DialogueProps) {
  const { t } = useReading()
  const { lines } = opened
  if (lines.length === 0) return <p>{t.visit.dialogue.none}</p>
  return (
    <ol class="timeline">
      {lines.map((line) => (
        <li key={line.item}>
          <span class="timeline-dot">
            <Icon name={iconOf(line)} />
          </span>
          <div class="timeline-body">
            <Said line={line} rosters={opened.rosters} />
            {line.purpose === 'transcript' && line.content && canWrite && (
              <Transcript opened={opened} item={line.item} onSent={onSent} />
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

const iconOf = ({ from, purpose }: Line): IconName =>
  purpose === 'report' ? 'lock' : from === 'office' ? 'message' : 'user'

function Said({ line, rosters }: { line: Line; rosters: OpenedVisit['rosters'] }) {
  const { t, locale, sayDay } = useReading()
  const { dialogue } = t.visit
  const names = rosters.flatMap(({ officers }) => officers.filter(({ id }) => id === line.by))
  const name = names[names.length - 1]?.name[locale]
  const who =
    line.from === 'reporter'
      ? dialogue.you
      : (name ?? (line.from === 'room' ? dialogue.room : dialogue.office))
  return (
    <>
      <p class="timeline-title">{who}</p>
      <p class="timeline-when">
        <time dateTime={line.day}>{sayDay(line.day)}</time>
        {headings(dialogue)[line.kind] && ` · ${headings(dialogue)[line.kind]}`}
        {line.purpose === 'transcript' && ` · ${dialogue.transcript}`}
      </p>
      {line.content && <Quote text={line.content.text} />}
      {line.content && line.content.files.length > 0 && <p class="hint">{dialogue.files}</p>}
      {line.unproven && <Notice kind="warning">{dialogue.unproven}</Notice>}
      {!line.content && !line.unproven && (
        <p class="hint">{line.purpose === 'report' ? dialogue.yourReport : dialogue.yourMessage}</p>
      )}
    </>
  )
}

const headings = (dialogue: { feedback: string; told: string }): Record<string, string> => ({
  feedback: dialogue.feedback,
  'told-of-identity': dialogue.told,
})
