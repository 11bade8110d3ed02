import { WITHOUT } from '#insight'
import { Reference, Time, useLink, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { addressesOf } from './address.ts'
import { Leads } from './leads.tsx'
import type { PartProps } from './part.ts'
import { PartHead } from './part-head.tsx'
import { SurgeLine } from './surge.tsx'

/** As many as stand on a wall without scrolling, each name in two lines; how many there are stands above them. */
const MOST_SURGES = 2
const MOST_ENTITIES = 4
const MOST_ESCALATIONS = 4
const RUNGS = ['operations', 'minister', 'head'] as const

export function Surges({ board: { surges, expected }, directory }: PartProps) {
  const { operations } = useWords()
  const reader = useReader()
  const hidden = surges.length - MOST_SURGES
  return (
    <>
      <h2>{operations.surges}</h2>
      {surges.length === 0 &&
        (expected ? (
          <p class="wall-fine">{operations.surgesNone}</p>
        ) : (
          <p class="soft">{operations.surgesUnknown}</p>
        ))}
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

export function Troubles({ board, directory }: PartProps) {
  const { operations } = useWords()
  const reader = useReader()
  const lists = addressesOf(board, reader.zone)
  const { trouble } = board
  const more = trouble.length > MOST_ENTITIES
  if (trouble.length === 0)
    return (
      <>
        <h2>{operations.trouble}</h2>
        <p class="wall-fine">{operations.troubleNone}</p>
      </>
    )
  return (
    <>
      <PartHead
        id="trouble"
        title={operations.trouble}
        note={more ? operations.worstOf(trouble.length, formatNumber(reader, trouble.length)) : undefined}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable) */}
      <section class="table-frame" aria-labelledby="trouble" tabIndex={0}>
        <table class="wall-table">
          <thead>
            <tr>
              <th scope="col">{operations.entity}</th>
              {RUNGS.map((rung) => (
                <th key={rung} scope="col">
                  {operations.at[rung]}
                </th>
              ))}
              <th scope="col">{operations.overdue}</th>
            </tr>
          </thead>
          <tbody>
            {trouble.slice(0, MOST_ENTITIES).map((each) => (
              <tr key={each.entity}>
                <th scope="row">
                  {directory.entity(each.entity)?.name[reader.locale] ?? operations.central}
                </th>
                {RUNGS.map((rung) => (
                  <td key={rung}>
                    <Leads n={each[rung]} href={lists.room(rung, each.entity || WITHOUT)} />
                  </td>
                ))}
                <td>
                  <Leads n={each.overdue} href={lists.standing('overdue', each.entity || WITHOUT)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="unseen">{operations.troubleHint}</p>
    </>
  )
}

export function Arriving({ board: { arriving, arrived }, directory }: PartProps) {
  const { operations, cases } = useWords()
  const reader = useReader()
  const link = useLink()
  const clocks: Readonly<Record<string, { name: string } | undefined>> = cases.clocks
  const more = arrived > MOST_ESCALATIONS
  return (
    <>
      <PartHead
        title={operations.arriving}
        note={more ? operations.latestOf(arrived, formatNumber(reader, arrived)) : undefined}
      />
      {arriving.length === 0 && <p class="wall-fine">{operations.arrivingNone}</p>}
      <ul class="wall-list">
        {arriving.slice(0, MOST_ESCALATIONS).map(({ caseId, seq, reference, entity, rung, level, at }) => (
          <li key={`${caseId}${seq}`}>
            <span>{directory.entity(entity)?.name[reader.locale] ?? operations.central}</span>{' '}
            <span class="soft">
              <Reference number={reference} href={link(`/desk/cases/${caseId}`)} /> ·{' '}
              {operations.escalatedTo[level]} · {clocks[rung.split('/')[0] ?? '']?.name} ·{' '}
              <Time at={at} as="short" />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
