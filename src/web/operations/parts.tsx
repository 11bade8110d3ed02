import type { ComponentChildren } from 'preact'
import type { Directory } from '#entities'
import { type Board, LEVELS, SOON_HOURS } from '#insight'
import { Icon, type IconName, Reference, Time, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { Flow } from './flow.tsx'
import { HealthPart } from './health.tsx'
import { Places } from './places.tsx'
import { SurgeLine } from './surge.tsx'

export interface PartProps {
  board: Board
  directory: Directory
}

/** The parts of the wall, each drawn anew when it has changed; what needs a decision first. */
export const PARTS = {
  time: AsOf,
  now: Now,
  late: Late,
  surges: Surges,
  trouble: Troubles,
  arriving: Arriving,
  flow: Flow,
  map: Places,
  health: ({ board: { health } }: PartProps) => (health ? <HealthPart health={health} /> : null),
}
export type PartName = keyof typeof PARTS

/** One entity has no others to be compared with; the roads in and out are the whole service's. */
export const partsOf = ({ part }: Board): PartName[] =>
  (Object.keys(PARTS) as PartName[]).filter(
    (name) => !part || (name !== 'health' && (name !== 'trouble' || part.length > 1)),
  )

function AsOf({ board: { at } }: PartProps) {
  const { operations } = useWords()
  return (
    <>
      {operations.asOfLabel} <Time at={at} />
    </>
  )
}

function Now({ board: { received, answered, open, overdue, expected } }: PartProps) {
  const { operations } = useWords()
  const reader = useReader()
  const said = (n: number) => formatNumber(reader, Math.round(n))
  return (
    <dl class="wall-figures">
      <Figure label={operations.today} icon="inbox" value={said(received)}>
        {expected
          ? operations.expected(said(expected.todayLow), said(expected.todayHigh))
          : operations.unexpected}
      </Figure>
      <Figure label={operations.answeredToday} icon="check" value={said(answered)} />
      <Figure label={operations.open} icon="list" value={said(open)} />
      <Figure
        label={operations.overdue}
        icon="alert"
        value={said(overdue)}
        state={overdue > 0 ? 'late' : undefined}
      />
    </dl>
  )
}

interface FigureProps {
  label: string
  icon: IconName
  value: string
  state?: 'late' | 'soon'
  children?: ComponentChildren
}

const Figure = ({ label, icon, value, state, children }: FigureProps) => (
  <div class={state}>
    <dt>
      <Icon name={icon} /> {label}
    </dt>
    <dd>
      <strong>{value}</strong>
      {children && <small>{children}</small>}
    </dd>
  </div>
)

function Late({ board: { soon, rungs } }: PartProps) {
  const { operations } = useWords()
  const reader = useReader()
  const said = (n: number) => formatNumber(reader, n)
  return (
    <>
      <h2>{operations.rungs}</h2>
      <dl class="wall-rungs">
        <Figure
          label={operations.soon(said(SOON_HOURS))}
          icon="clock"
          value={said(soon)}
          state={soon > 0 ? 'soon' : undefined}
        />
        {LEVELS.map((level) => (
          <Figure
            key={level}
            label={operations.rung[level]}
            icon={level === 'warned' ? 'clock' : 'alert'}
            value={said(rungs[level])}
            state={rungs[level] === 0 ? undefined : level === 'warned' ? 'soon' : 'late'}
          />
        ))}
      </dl>
    </>
  )
}

/** As many as stand on a wall without scrolling; the rest is on the desk. */
const MOST_SURGES = 2
const MOST_ENTITIES = 5
const MOST_ESCALATIONS = 4

function Surges({ board: { surges }, directory }: PartProps) {
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

function Troubles({ board: { trouble }, directory }: PartProps) {
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

function Arriving({ board: { arriving }, directory }: PartProps) {
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
