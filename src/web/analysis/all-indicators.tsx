import { type Dashboard, INDICATORS } from '#insight'
import { useReader, useWords } from '#ui'
import { Narrow } from '../admin/narrow.tsx'
import { MeasuredOf, MeasuredValue, PeersValue } from './number.tsx'
import { change, comparable, figure, sayPeriod, sayValue } from './say-value.ts'

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
                    <PeersValue known={known} of={figure(board.peers.measured, known.id)} />
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
