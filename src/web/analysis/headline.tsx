import { type Dashboard, type Indicator, indicator, listsOf, type Measured } from '#insight'
import { Figures, Tag, useLink, useReader, useWords } from '#ui'
import { listAddress } from './address.ts'
import { figure, isFew, isNothing, sayMeasured, sayOf, sayPeriod } from './say-value.ts'

const FIRST = ['received', 'answered', 'on-time', 'median-days', 'open', 'overdue'] as const

/** The few numbers that are read first, each with what it was before. */
export function Headline({ board, mayOpenCases }: { board: Dashboard; mayOpenCases: boolean }) {
  const { insight } = useWords()
  const reader = useReader()
  const link = useLink()
  const href = (known: Indicator) => {
    const { value } = listsOf(known.formula)
    if (!mayOpenCases || !value || !figure(board.now, known.id)?.value) return undefined
    return link(listAddress({ ...board.asked, period: board.period.name }, value))
  }
  const figures = FIRST.flatMap((id) => {
    const known = indicator(id)
    if (!known) return []
    const [now, before] = [figure(board.now, id), figure(board.before, id)]
    return [
      {
        label: known.name[reader.locale],
        href: href(known),
        state: stateOf(known, now),
        value: (
          <>
            <Value known={known} of={now} running={board.running} />
            <small class="figure-before">
              {insight.wasBefore(
                isNothing(before) ? insight.value.noAnswers : sayMeasured(reader, known, before),
                sayPeriod(reader, board.previous),
              )}
            </small>
          </>
        ),
      },
    ]
  })
  const few = FIRST.flatMap((id) => indicator(id) ?? []).some((known) =>
    isFew(known, figure(board.now, known.id)),
  )
  return (
    <>
      <Figures figures={figures} />
      {few && <p class="soft">{insight.fewHint}</p>}
    </>
  )
}

/** A number with what it is counted from; where that is nothing, words: those that may have none speak of answers. */
function Value({ known, of, running }: { known: Indicator; of: Measured | undefined; running: boolean }) {
  const { insight, evaluation } = useWords()
  const reader = useReader()
  if (isNothing(of))
    return <span class="figure-nothing">{insight.value[running ? 'noAnswersYet' : 'noAnswers']}</span>
  const from = sayOf(reader, known, of)
  return (
    <>
      {sayMeasured(reader, known, of)}
      {from && (
        <small class="figure-of">
          <bdi>{from}</bdi> {isFew(known, of) && <Tag icon="alert">{evaluation.small}</Tag>}
        </small>
      )}
    </>
  )
}

/** Few cases earn neither praise nor blame. */
function stateOf(known: Indicator, of: Measured | undefined): 'late' | 'on-time' | undefined {
  const { id, target } = known
  const value = of?.value ?? null
  if (id === 'overdue') return (value ?? 0) > 0 ? 'late' : undefined
  if (id !== 'on-time' || value === null || target === null || isFew(known, of)) return undefined
  return value >= target ? 'on-time' : 'late'
}
