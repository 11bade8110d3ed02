import type { Because, CaseState, Chapter, ExplainedDates } from '#cases'
import type { Directory } from '#entities'
import type { Officer } from '#people'
import {
  Facts,
  Heading,
  type IconName,
  Reference,
  Section,
  Timeline,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { formatDuration, inDigits, type Reader, type Words } from '#words'
import { DeskPage } from '../shell.tsx'
import { ChapterView } from './chapter.tsx'

interface DatesPageProps {
  officer: Officer
  state: CaseState
  dates: ExplainedDates
  directory: Directory
}

/** Both dates of a case from their beginnings, and what its time was spent on. */
export function DatesPage({ officer, state, dates, directory }: DatesPageProps) {
  const { explain } = useWords().time
  const link = useLink()
  const { locale } = useReader()
  const entity = directory.entity(state.entity)?.name[locale]
  return (
    <DeskPage officer={officer} title={explain.title} place="queue" back={link(`/desk/cases/${state.id}`)}>
      <Heading above={<Reference number={state.reference} />} title={explain.title} lead={explain.lead} />
      <Spent dates={dates} />
      <Section title={explain.resident} id="resident">
        {dates.resident.length > 0 ? (
          <Story of={explain.resident} chapters={dates.resident} dates={dates} />
        ) : (
          <p>{explain.unknown}</p>
        )}
      </Section>
      <Section title={entity ? `${explain.entity} · ${entity}` : explain.entity} id="entity">
        {dates.entity.length > 0 ? (
          <Story of={explain.entity} chapters={dates.entity} dates={dates} />
        ) : (
          <p>{entity ? explain.unknown : explain.noEntity}</p>
        )}
      </Section>
    </DeskPage>
  )
}

interface StoryProps {
  /** Whose date. */
  of: string
  chapters: readonly Chapter[]
  dates: ExplainedDates
}

function Story({ of, chapters, dates }: StoryProps) {
  const reader = useReader()
  const words = useWords()
  return (
    <Timeline
      items={chapters.map((chapter) => ({
        key: String(chapter.seq),
        icon: ICONS[chapter.because],
        title: titleOf(chapter, words, reader),
        at: chapter.at,
        children: <ChapterView of={of} chapter={chapter} dates={dates} last={chapter === chapters.at(-1)} />,
      }))}
    />
  )
}

const ICONS: Record<Because, IconName> = {
  promised: 'flag',
  nearer: 'send',
  afresh: 'flag',
  extended: 'calendar',
  paused: 'pause',
  recounted: 'calendar',
}

function titleOf({ because, counted }: Chapter, { time, common }: Words, reader: Reader): string {
  const days = counted && common.workingDays(counted.workingDays)
  return [time.explain.because[because], days && inDigits(reader, days)].filter(Boolean).join(' · ')
}

function Spent({ dates: { spent } }: { dates: ExplainedDates }) {
  const { explain } = useWords().time
  const reader = useReader()
  const days = (time: Temporal.Duration) =>
    formatDuration(reader, time.round({ largestUnit: 'days', smallestUnit: 'minutes' }))
  const hours = (time: Temporal.Duration) =>
    formatDuration(reader, time.round({ largestUnit: 'hours', smallestUnit: 'minutes' }))
  return (
    <Section title={explain.spent} id="spent">
      <Facts
        facts={[
          { name: explain.gross, value: days(spent.gross) },
          { name: explain.working, value: hours(spent.working) },
          { name: explain.paused, value: hours(spent.paused) },
          { name: explain.net, value: hours(spent.net) },
        ]}
      />
    </Section>
  )
}
