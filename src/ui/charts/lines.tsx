import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { direction, formatNumber } from '#words'
import type { Examples } from '../example.ts'
import { useReader } from '../page.tsx'
import { ChartFrame, PlainTable } from './figure.tsx'

export interface Series {
  name: string
  /** Two lines are told apart by their labels and by how they are drawn, never by colour alone. */
  tone: 'first' | 'second'
  values: readonly number[]
  /** Where each number leads, in the table. */
  hrefs?: readonly (string | undefined)[]
}

export interface LinesProps {
  title: string
  tableLabel: string
  /** Names the first column of the table: the month. */
  over: string
  /** One for each value. */
  moments: readonly { short: string; long: string }[]
  series: readonly Series[]
  /** The last moment is not over: the way to it is drawn faint, and this is said beside its name. */
  running?: string | undefined
}

const WIDTH = 640
const HEIGHT = 220
const TOP = 24
const BOTTOM = 28
/** Room for the labels at the end of the lines, and for the numbers of the axis at their beginning. */
const END = 96
const START = 52

/** How something went over time. Time runs in the direction of reading. */
export function Lines({ title, tableLabel, over, moments, series, running }: LinesProps) {
  const reader = useReader()
  const rtl = direction(reader.locale) === 'rtl'
  const said = (value: number) => formatNumber(reader, value)
  const x = scalePoint<number>()
    .domain(moments.map((_, at) => at))
    .range(rtl ? [WIDTH - START, END] : [START, WIDTH - END])
  const most = Math.max(1, ...series.flatMap(({ values }) => values))
  const y = scaleLinear()
    .domain([0, most])
    .nice(4)
    .range([HEIGHT - BOTTOM, TOP])
  const ends = apart(series.map(({ values }) => y(values.at(-1) ?? 0)))
  return (
    <ChartFrame
      endFirst
      title={title}
      tableLabel={tableLabel}
      table={
        <PlainTable
          caption={title}
          head={[over, ...series.map(({ name }) => name)]}
          rows={moments.map(({ long }, at) => [
            running && at === moments.length - 1 ? `${long} (${running})` : long,
            ...series.map((each) => numberOf(each, at, said)),
          ])}
        />
      }
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title} class="lines">
        {y.ticks(4).map((tick) => (
          <g key={tick} class="axis">
            <line x1={rtl ? END : START} x2={rtl ? WIDTH - START : WIDTH - END} y1={y(tick)} y2={y(tick)} />
            <text x={rtl ? WIDTH - START + 8 : START - 8} y={y(tick) + 4} class="axis-number">
              {said(tick)}
            </text>
          </g>
        ))}
        {moments.map(({ short }, at) =>
          at % Math.ceil(moments.length / 7) === (moments.length - 1) % Math.ceil(moments.length / 7) ? (
            <text key={short} x={x(at)} y={HEIGHT - 6} class="axis-moment">
              {running && at === moments.length - 1 ? `${short} (${running})` : short}
            </text>
          ) : null,
        )}
        {series.map(({ name, tone, values }, at) => (
          <g key={name} class={`series ${tone}`}>
            <path d={path(running ? values.slice(0, -1) : values, x, y)} />
            {running && <path d={path(values.slice(-2), x, y, values.length - 2)} class="running" />}
            <circle cx={x(values.length - 1)} cy={y(values.at(-1) ?? 0)} r="3.5" />
            <text
              x={(x(values.length - 1) ?? 0) + (rtl ? -10 : 10)}
              y={(ends[at] ?? 0) + 4}
              class="series-name"
            >
              {name}
            </text>
          </g>
        ))}
      </svg>
    </ChartFrame>
  )
}

function numberOf({ values, hrefs }: Series, at: number, said: (value: number) => string) {
  const text = said(values[at] ?? 0)
  const href = values[at] ? hrefs?.[at] : undefined
  return href ? <a href={href}>{text}</a> : text
}

const path = (
  values: readonly number[],
  x: (at: number) => number | undefined,
  y: (value: number) => number,
  from = 0,
): string =>
  line<number>(
    (_, at) => x(at + from) ?? 0,
    (value) => y(value),
  )([...values]) ?? ''

/** Labels that would lie on each other are moved apart. */
function apart(places: readonly number[]): number[] {
  const [first, second] = places
  if (first === undefined || second === undefined || Math.abs(first - second) >= 16) return [...places]
  const middle = (first + second) / 2
  return first <= second ? [middle - 8, middle + 8] : [middle + 8, middle - 8]
}

export const examples: Examples = {
  'received and answered, the last month not over': (say) => (
    <Lines
      running={say('حتى اليوم', 'so far')}
      title={say('الوارد والمُجاب في الشهر', 'Received and answered each month')}
      tableLabel={say('الأرقام', 'The numbers')}
      over={say('الشهر', 'Month')}
      moments={[8, 9, 10, 11].map((month) => ({ short: `${month}`, long: `2026-${month}` }))}
      series={[
        { name: say('الوارد', 'Received'), tone: 'first', values: [820, 932, 901, 1180] },
        { name: say('المُجاب', 'Answered'), tone: 'second', values: [790, 880, 930, 1020] },
      ]}
    />
  ),
}
