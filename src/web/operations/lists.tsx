import { Reference, Time, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import type { PartProps } from './part.ts'
import { SurgeLine } from './surge.tsx'

/** As many as stand on a wall without scrolling; the rest is on the desk. */
const MOST_SURGES = 2
const MOST_ENTITIES = 5
const MOST_ESCALATIONS = 4

export function Surges({ board: { surges }, directory }: PartProps) {
  const { operations } = useWords()
  const reader = useReader()
  const hidden = surges.length - MOST_SURGES
  return (
    <>
      <h2>{operations.surges}</h2>
      {surges.length === 0 && <p class="wall-fine">{operations.surgesNone}</p>}
      <ul class="wall-list">
        {surges.slice(0, MOST_SURGES).map((surge) => (
          <li key={surge.id} class={surge.state}>
            <SurgeLine surge={surge} directory={directory} />
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="soft">{operations.moreSurges(hidden, formatNumber(reader, hidden))}</p>}
    </>
  )
}

export function Troubles({ board: { trouble }, directory }: PartProps) {
  const { operations } = useWords()
  const reader = useReader()
  const said = (n: number) => formatNumber(reader, n)
  if (trouble.length === 0)
    return (
      <>
        <h2>{operations.trouble}</h2>
        <p class="wall-fine">{operations.troubleNone}</p>
      </>
    )
  return (
    <>
      <h2 id="trouble">{operations.trouble}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable) */}
      <section class="table-frame" aria-labelledby="trouble" tabIndex={0}>
        <table class="wall-table">
          <thead>
            <tr>
              <th scope="col">{operations.entity}</th>
              <th scope="col">{operations.rung.operations}</th>
              <th scope="col">{operations.rung.minister}</th>
              <th scope="col">{operations.rung.head}</th>
              <th scope="col">{operations.overdue}</th>
            </tr>
          </thead>
          <tbody>
            {trouble.slice(0, MOST_ENTITIES).map((each) => (
              <tr key={each.entity}>
                <th scope="row">
                  {directory.entity(each.entity)?.name[reader.locale] ?? operations.central}
                </th>
                <td>{said(each.operations)}</td>
                <td>{said(each.minister)}</td>
                <td>{said(each.head)}</td>
                <td>{said(each.overdue)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="unseen">{operations.troubleHint}</p>
    </>
  )
}

export function Arriving({ board: { arriving }, directory }: PartProps) {
  const { operations, cases } = useWords()
  const { locale } = useReader()
  const clocks: Readonly<Record<string, { name: string } | undefined>> = cases.clocks
  return (
    <>
      <h2>{operations.arriving}</h2>
      {arriving.length === 0 && <p class="wall-fine">{operations.arrivingNone}</p>}
      <ul class="wall-list">
        {arriving.slice(0, MOST_ESCALATIONS).map(({ caseId, seq, reference, entity, rung, at }) => (
          <li key={`${caseId}${seq}`}>
            <Reference number={reference} />{' '}
            <span>{directory.entity(entity)?.name[locale] ?? operations.central}</span>
            <span class="soft">
              {clocks[rung.split('/')[0] ?? '']?.name} · <Time at={at} as="short" />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
