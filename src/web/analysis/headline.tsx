import { type Dashboard, INDICATORS, type Indicator, indicator } from '#insight'
import { Figures, useLink, useReader, useWords } from '#ui'
import { Narrow } from '../admin/narrow.tsx'
import { casesBehind } from './address.ts'
import { change, figure, sayPeriod, sayValue } from './say-value.ts'

const FIRST = ['received', 'answered', 'on-time', 'median-days', 'open', 'overdue'] as const

/** The few numbers that are read first, each with what it was before. */
export function Headline({ board, mayOpenCases }: { board: Dashboard; mayOpenCases: boolean }) {
  const { insight } = useWords()
  const reader = useReader()
  const link = useLink()
  const href = (id: string) => {
    if (!mayOpenCases || !board.running || (id !== 'open' && id !== 'overdue')) return undefined
    return link(casesBehind(board.asked, id === 'open' ? 'open' : 'late'))
  }
  const figures = FIRST.flatMap((id) => {
    const known = indicator(id)
    if (!known) return []
    const [now, before] = [figure(board.now, id), figure(board.before, id)]
    return [
      {
        label: known.name[reader.locale],
        href: href(id),
        state: stateOf(known, now?.value ?? null),
        value: (
          <>
            {sayValue(reader, known, now?.value ?? null)}
            <small class="figure-before">
              {insight.wasBefore(
                sayValue(reader, known, before?.value ?? null),
                sayPeriod(reader, board.previous),
              )}
            </small>
          </>
        ),
      },
    ]
  })
  return <Figures figures={figures} />
}

function stateOf({ id, target }: Indicator, value: number | null): 'late' | 'on-time' | undefined {
  if (id === 'overdue') return (value ?? 0) > 0 ? 'late' : undefined
  if (id !== 'on-time' || value === null || target === null) return undefined
  return value >= target ? 'on-time' : 'late'
}

/** Every indicator with its definition, target, period before and peers. */
export function AllIndicators({ board }: { board: Dashboard }) {
  const { insight } = useWords()
  const reader = useReader()
  const value = (known: Indicator, of: Dashboard['now'] | undefined) =>
    sayValue(reader, known, (of && figure(of, known.id)?.value) ?? null)
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
            const went = change(known, now?.value ?? null, before?.value ?? null)
            return (
              <tr key={known.id}>
                <th scope="row" class="wide">
                  {known.name[reader.locale]}
                  <small class="definition soft">{known.definition[reader.locale]}</small>
                </th>
                <td class="number">
                  <Narrow label={sayPeriod(reader, board.period)} />
                  {value(known, board.now)}
                  {went && <small class={`change ${went}`}>{insight[went]}</small>}
                </td>
                <td class="number soft">
                  <Narrow label={insight.n} />
                  {sayValue(reader, { unit: 'cases' }, now?.n ?? 0)}
                </td>
                <td class="number">
                  <Narrow label={sayPeriod(reader, board.previous)} />
                  {value(known, board.before)}
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
                    {value(known, board.peers.measured)}
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
