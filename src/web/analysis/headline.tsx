import { type Dashboard, INDICATORS, type Indicator, indicator, listsOf } from '#insight'
import { Figures, useLink, useReader, useWords } from '#ui'
import { Narrow } from '../admin/narrow.tsx'
import { listAddress } from './address.ts'
import { MeasuredOf, MeasuredValue } from './number.tsx'
import { change, figure, sayMeasured, sayPeriod, sayValue } from './say-value.ts'

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
        state: stateOf(known, now?.value ?? null),
        value: (
          <>
            {sayMeasured(reader, known, now)}
            <small class="figure-before">
              {insight.wasBefore(sayMeasured(reader, known, before), sayPeriod(reader, board.previous))}
            </small>
          </>
        ),
      },
    ]
  })
  return <Figures figures={figures} />
}

/** What is counted until today cannot be held against a whole period. */
export const comparable = ({ running }: Pick<Dashboard, 'running'>, { formula }: Indicator): boolean =>
  !running || formula.kind !== 'count'

function stateOf({ id, target }: Indicator, value: number | null): 'late' | 'on-time' | undefined {
  if (id === 'overdue') return (value ?? 0) > 0 ? 'late' : undefined
  if (id !== 'on-time' || value === null || target === null) return undefined
  return value >= target ? 'on-time' : 'late'
}

/** Every indicator with its definition, target, period before and peers. */
export function AllIndicators({ board, mayOpenCases }: { board: Dashboard; mayOpenCases: boolean }) {
  const { insight } = useWords()
  const reader = useReader()
  const asked = (period: string) => (mayOpenCases ? { ...board.asked, period } : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section class="table-frame" aria-label={insight.indicators} tabIndex={0}>
      <table class="table">
        <caption class="unseen">{insight.indicators}</caption>
        <thead>
          <tr>
            <th scope="col" class="wide">
              {insight.indicator}
            </th>
            <th scope="col" class="number">
              {sayPeriod(reader, board.period)}
            </th>
            <th scope="col" class="number">
              {insight.n}
            </th>
            <th scope="col" class="number">
              {sayPeriod(reader, board.previous)}
            </th>
            <th scope="col">{insight.target}</th>
            {board.peers && (
              <th scope="col" class="number">
                {insight.peers(board.peers.entities)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {INDICATORS.map((known) => {
            const [now, before] = [figure(board.now, known.id), figure(board.before, known.id)]
            const went = comparable(board, known) && change(known, now?.value ?? null, before?.value ?? null)
            return (
              <tr key={known.id}>
                <th scope="row" class="wide">
                  {known.name[reader.locale]}
                  <small class="definition soft">{known.definition[reader.locale]}</small>
                </th>
                <td class="number">
                  <Narrow label={sayPeriod(reader, board.period)} />
                  <MeasuredValue known={known} of={now} asked={asked(board.period.name)} />
                  {went && <small class={`change ${went}`}>{insight[went]}</small>}
                </td>
                <td class="number soft">
                  <Narrow label={insight.n} />
                  <MeasuredOf known={known} of={now} asked={asked(board.period.name)} />
                </td>
                <td class="number">
                  <Narrow label={sayPeriod(reader, board.previous)} />
                  <MeasuredValue known={known} of={before} asked={asked(board.previous.name)} />
                </td>
                <td>
                  {known.target !== null && (
                    <>
                      <Narrow label={insight.target} />
                      {sayValue(reader, known, known.target)}
                    </>
                  )}
                </td>
                {board.peers && (
                  <td class="number">
                    <Narrow label={insight.peers(board.peers.entities)} />
                    {sayMeasured(reader, known, figure(board.peers.measured, known.id))}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
