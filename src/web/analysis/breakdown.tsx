import type { Directory } from '#entities'
import { type Dashboard, type Indicator, indicator, type Line, VIEWS_BY, WITHOUT } from '#insight'
import { Bars, EmptyState, Regions, Section, Table, Tabs, useLink, useReader, useWords } from '#ui'
import { Narrow } from '../admin/narrow.tsx'
import { asAddress } from './address.ts'
import { nameOf } from './names.ts'
import { MeasuredValue } from './number.tsx'
import { sayMapSource } from './say-map.ts'
import { figure, sayMeasured, sayValue } from './say-value.ts'

interface BreakdownProps {
  board: Dashboard
  directory: Directory
  mayOpenCases: boolean
}

const IDS = ['received', 'answered', 'on-time', 'median-days', 'open', 'overdue']
/** What the breakdown says of each line. */
export const COLUMNS: readonly Indicator[] = IDS.flatMap((id) => indicator(id) ?? [])
/** Bars beyond these are found in the table. */
const MOST_BARS = 12

/** The same figures told apart: as a chart or a map, and as a table whose rows lead on. */
export function Breakdown({ board, directory, mayOpenCases }: BreakdownProps) {
  const { insight } = useWords()
  const link = useLink()
  const views = VIEWS_BY.filter((each) => each !== 'sector' || !board.inSight)
  return (
    <Section title={insight.breakdown} id="breakdown">
      <Tabs
        label={insight.breakdown}
        tabs={views.map((each) => ({
          href: `${link(asAddress({ ...board.asked, by: each }))}#breakdown`,
          label: insight.by[each],
          current: each === board.by,
        }))}
      />
      {board.lines.length === 0 ? (
        <EmptyState icon="chart" title={insight.empty}>
          <p>{insight.emptyHint}</p>
        </EmptyState>
      ) : (
        <>
          <Drawing board={board} directory={directory} />
          <Lines board={board} directory={directory} mayOpenCases={mayOpenCases} />
          {board.lines.some(({ measured }) => measured.some(({ notKept }) => notKept)) && (
            <p class="soft">{insight.notKept}</p>
          )}
        </>
      )}
    </Section>
  )
}

function Drawing({ board: { by, lines }, directory }: Omit<BreakdownProps, 'mayOpenCases'>) {
  const { insight } = useWords()
  const reader = useReader()
  const map = by === 'place' ? directory.map : undefined
  const head = { entity: insight.entity, sector: insight.sector, place: insight.governorate }
  const first = { ...head, category: insight.category, channel: insight.channel, type: insight.type }[by]
  const said = (line: Line, id: string) => {
    const known = indicator(id)
    return known ? sayMeasured(reader, known, figure(line.measured, id)) : ''
  }
  if (map)
    return (
      <Regions
        title={insight.receivedBy(insight.by[by])}
        tableLabel={insight.numbers}
        head={[first, insight.scorecard.received]}
        regions={map.regions}
        values={map.regions.map(({ properties: { place, ...names } }) => {
          const line = lines.find(({ key }) => key === place)
          return {
            place,
            name: shortName(names[reader.locale]),
            value: line ? (figure(line.measured, 'received')?.value ?? null) : null,
            said: line ? said(line, 'received') : sayValue(reader, { unit: 'cases' }, 0),
          }
        })}
        source={sayMapSource(reader, map)}
      />
    )
  const target = indicator('on-time')?.target
  const share = ({ measured }: Line) => figure(measured, 'on-time')?.value ?? null
  const drawn = new Set(lines.filter((line) => share(line) !== null).slice(0, MOST_BARS))
  return (
    <Bars
      title={insight.onTimeBy(insight.by[by])}
      tableLabel={insight.numbers}
      head={[first, insight.scorecard.onTime, insight.scorecard.answered]}
      most={1}
      target={target ? { value: target, name: insight.target } : undefined}
      bars={lines
        .filter((line) => share(line) === null || drawn.has(line))
        .map((line) => ({
          name: nameOf(reader, directory, by, line.key),
          value: share(line),
          said: said(line, 'on-time'),
          n: said(line, 'answered'),
        }))}
    />
  )
}

/** On a map a governorate need not be called one. */
const shortName = (name: string): string => name.replace(/^(?:ال)?محافظة /, '').replace(/ Governorate$/, '')

function Lines({ board, directory, mayOpenCases }: BreakdownProps) {
  const { insight } = useWords()
  const reader = useReader()
  const link = useLink()
  const { by, asked } = board
  return (
    <Table
      caption={insight.by[by]}
      rows={board.lines}
      rowKey={({ key }) => key ?? ''}
      columns={[
        {
          key: 'name',
          label: insight.by[by],
          header: true,
          wide: true,
          cell: ({ key }) => (
            <a href={link(asAddress({ ...asked, [by]: key ?? WITHOUT, by: undefined }))}>
              {nameOf(reader, directory, by, key)}
            </a>
          ),
        },
        ...COLUMNS.map((known) => ({
          key: known.id,
          label: known.name[reader.locale],
          number: true,
          cell: ({ key, measured }: Line) => (
            <>
              <Narrow label={known.name[reader.locale]} />
              <MeasuredValue
                known={known}
                of={figure(measured, known.id)}
                asked={
                  mayOpenCases ? { ...asked, period: board.period.name, [by]: key ?? WITHOUT } : undefined
                }
              />
            </>
          ),
        })),
      ]}
    />
  )
}
