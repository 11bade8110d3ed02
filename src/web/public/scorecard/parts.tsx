import type { Directory } from '#entities'
import type { Published, PublishedLine } from '#insight'
import { Bars, Figures, useReader, useWords } from '#ui'
import { nameOf } from '../../analysis/names.ts'
import { missing, number, share } from './say.ts'

/** What else became of cases, so that nobody takes the answered for all; and what a mark among the numbers means. */
export function Rest({ counts }: { counts: PublishedLine['counts'] }) {
  const { scorecard } = useWords().insight
  const reader = useReader()
  const { satisfied, rated, onTime } = counts
  const shown = (['refused', 'merged', 'withdrawn', 'unanswered'] as const).map((id) => ({
    label: scorecard[id],
    value: number(reader, counts[id]),
  }))
  const known = satisfied !== null && rated !== null
  const of = known ? scorecard.outOf(number(reader, satisfied), number(reader, rated)) : scorecard.kept
  const content = rated === 0 ? '–' : of
  const isKept =
    content === scorecard.kept || onTime === null || shown.some(({ value }) => value === scorecard.kept)
  return (
    <>
      <div class="rest">
        <Figures figures={[{ label: scorecard.satisfiedOf, value: content }, ...shown]} />
      </div>
      {isKept && <p class="soft">{scorecard.hidden}</p>}
    </>
  )
}

/** The share, and of how many. */
export function OnTimeInAll({ total }: { total: PublishedLine }) {
  const { scorecard } = useWords().insight
  const reader = useReader()
  const said = share(reader, total)
  if (said === undefined) return <>{missing(reader, total)}</>
  const { onTime, answered } = total.counts
  return (
    <>
      {said} <small>{scorecard.outOf(number(reader, onTime), number(reader, answered))}</small>
    </>
  )
}

export function OnTime({ found, directory }: { found: Published; directory: Directory }) {
  const { insight } = useWords()
  const reader = useReader()
  const lines = found.tables.entity.filter((line) => line.key && share(reader, line) !== undefined)
  if (lines.length === 0) return null
  return (
    <Bars
      title={insight.onTimeBy(insight.by.entity)}
      tableLabel={insight.numbers}
      head={[insight.entity, insight.scorecard.onTime, insight.scorecard.answered]}
      most={1}
      bars={lines.map((line) => ({
        name: nameOf(reader, directory, 'entity', line.key),
        value: (line.counts.onTime ?? 0) / (line.counts.answered ?? 1),
        said: share(reader, line) ?? '',
        n: number(reader, line.counts.answered),
      }))}
    />
  )
}
