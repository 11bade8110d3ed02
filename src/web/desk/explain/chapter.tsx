import type { Chapter, ExplainedDates } from '#cases'
import { Details, Facts, Time, useReader, useWords } from '#ui'
import { formatDay, formatDuration, inDigits } from '#words'
import { Days } from './days.tsx'

interface ChapterProps {
  chapter: Chapter
  dates: ExplainedDates
  /** Whose date it is, in words. */
  of: string
  /** The chapter that the date of today ends. */
  last: boolean
}

/** One event that set the date: what it was, by which calendar, and every day that was counted. */
export function ChapterView({ chapter, dates, of, last }: ChapterProps) {
  const { explain } = useWords().time
  const reader = useReader()
  const { because, before, after, calendar, counted } = chapter
  const reason = because === 'recounted' && dates.reasons.get(`${calendar.id}@${calendar.version}`)
  return (
    <>
      <Facts
        facts={[
          { name: explain.until, value: <Time at={after} /> },
          ...(before ? [{ name: explain.was, value: <Time at={before} /> }] : []),
          ...(reason ? [{ name: explain.reason, value: <bdi>{reason}</bdi> }] : []),
        ]}
      />
      <Pause chapter={chapter} />
      {counted && (
        <Details title={explain.dayByDay} open={last}>
          <p class="hint">
            {inDigits(
              reader,
              explain.by(dates.names.get(calendar.id)?.[reader.locale] ?? calendar.id, calendar.version),
            )}
          </p>
          <Days
            caption={`${of}: ${explain.because[because]} · ${formatDay(reader, after)}`}
            days={counted.days}
          />
          {!counted.due.toInstant().equals(after) && <p class="hint">{explain.andMore}</p>}
        </Details>
      )}
    </>
  )
}

function Pause({ chapter: { pause } }: { chapter: Chapter }) {
  const { explain } = useWords().time
  const reader = useReader()
  if (!pause) return null
  const left = pause.left.round({ largestUnit: 'hours', smallestUnit: 'minutes' })
  return (
    <p>
      {explain.stood} <Time at={pause.from} /> {explain.stoodUntil} <Time at={pause.until} />.{' '}
      {explain.left(formatDuration(reader, left))}
    </p>
  )
}
