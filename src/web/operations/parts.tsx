import type { ComponentChildren } from 'preact'
import type { Directory } from '#entities'
import { type Board, LEVELS, SOON_HOURS } from '#insight'
import { Icon, type IconName, Reference, Regions, Time, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { regionsOf } from '../analysis/map.ts'
import { Flow } from './flow.tsx'
import { SurgeLine } from './surge.tsx'

export interface PartProps {
  board: Board
  directory: Directory
}

/** The parts of the wall, each drawn anew when it has changed; what needs a decision first. */
export const PARTS = {
  now: Now,
  late: Late,
  surges: Surges,
  trouble: Troubles,
  arriving: Arriving,
  flow: FlowPart,
  map: Governorates,
  health: Health,
}
export type PartName = keyof typeof PARTS

function Now({ board: { at, received, answered, open, overdue, expected } }: PartProps) {
  const { operations } = useWords()
  const reader = useReader()
  const said = (n: number) => formatNumber(reader, Math.round(n))
  return (
    <>
      <p class="wall-time">
        {operations.asOfLabel} <Time at={at} />
      </p>
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
    </>
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

const MOST_LINES = 5

function Surges({ board: { surges }, directory }: PartProps) {
  const { operations } = useWords()
  return (
    <>
      <h2>{operations.surges}</h2>
      {surges.length === 0 && <p class="wall-fine">{operations.surgesNone}</p>}
      <ul class="wall-list">
        {surges.slice(0, MOST_LINES).map((surge) => (
          <li key={surge.id} class={surge.state}>
            <SurgeLine surge={surge} directory={directory} />
          </li>
        ))}
      </ul>
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
            {trouble.slice(0, MOST_LINES).map((each) => (
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
      <p class="soft">{operations.troubleHint}</p>
    </>
  )
}

function FlowPart({ board }: PartProps) {
  return <Flow board={board} />
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
        {arriving.map(({ caseId, seq, reference, entity, rung, at }) => (
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

function Governorates({ board: { places }, directory }: PartProps) {
  const { operations, insight } = useWords()
  const reader = useReader()
  const regions = regionsOf(directory.country)
  const all = directory.places(null, reader.locale)
  const values = all.map(({ id, name }) => ({
    place: id,
    name: name[reader.locale].replace(/^محافظة /, '').replace(/ Governorate$/, ''),
    value: places.get(id) ?? 0,
    said: formatNumber(reader, places.get(id) ?? 0),
  }))
  if (!regions)
    return (
      <>
        <h2>{operations.map}</h2>
        <dl class="wall-places">
          {values.map(({ place, name, said }) => (
            <div key={place}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      </>
    )
  return (
    <Regions
      title={operations.map}
      tableLabel={operations.numbers}
      head={[operations.governorate, operations.received]}
      regions={regions}
      values={values}
      source={
        regions.some(({ properties }) => properties.tile)
          ? insight.mapSource.tiles
          : insight.mapSource.real('OpenStreetMap (ODbL)')
      }
    />
  )
}

/** A worker is behind when what happened has waited so long. */
const BEHIND = 30

function Health({ board: { health } }: PartProps) {
  const { operations } = useWords()
  const reader = useReader()
  if (!health) return null
  const said = (n: number) => formatNumber(reader, n)
  return (
    <>
      <h2>{operations.health}</h2>
      <dl class="wall-health">
        <Figure label={operations.queued} icon="mail" value={said(health.queued)} />
        <Figure
          label={operations.failed}
          icon="alert"
          value={said(health.failed)}
          state={health.failed > 0 ? 'late' : undefined}
        />
        <Figure
          label={operations.behind}
          icon="clock"
          value={operations.seconds(health.behind, said(health.behind))}
          state={health.behind > BEHIND ? 'late' : undefined}
        >
          {health.behind > BEHIND && health.behindWorker
            ? operations.behindWorker(health.behindWorker)
            : undefined}
        </Figure>
        <Figure label={operations.waiting} icon="inbox" value={said(health.waiting)} />
        <div class={health.mailboxFault ? 'late' : undefined}>
          <dt>{operations.mailbox}</dt>
          <dd>
            {!health.mailboxAt ? (
              operations.mailboxNone
            ) : health.mailboxFault ? (
              operations.mailboxFault
            ) : (
              <Time at={health.mailboxAt} as="short" />
            )}
          </dd>
        </div>
      </dl>
    </>
  )
}
