import { scaleLinear } from 'd3-scale'
import { direction } from '#words'
import type { Examples } from '../example.ts'
import { useReader } from '../page.tsx'
import { ChartFrame, PlainTable } from './figure.tsx'

export interface BarLine {
  name: string
  /** Null is shown as a row without a bar. */
  value: number | null
  /** The value as people read it. */
  said: string
  /** The number of cases behind it, as people read it. */
  n?: string
}

export interface BarsProps {
  title: string
  tableLabel: string
  /** Names the columns of the table: what is told apart, what is measured, the cases behind it. */
  head: readonly [string, string, string?]
  bars: readonly BarLine[]
  /** Where the scale ends; the longest bar unless told. */
  most?: number
  /** A line to be reached, and how it is named. */
  target?: { value: number; name: string }
}

const WIDTH = 640
const ROW = 40
const LABELS = 70

/** Lengths side by side, each with its name above it and its number at its end; they grow in the reading direction. */
export function Bars({ title, tableLabel, head, bars, most, target }: BarsProps) {
  const rtl = direction(useReader().locale) === 'rtl'
  const longest = most ?? Math.max(...bars.map(({ value }) => value ?? 0), target?.value ?? 0, 0.0001)
  const length = scaleLinear()
    .domain([0, longest])
    .range([0, WIDTH - LABELS])
    .clamp(true)
  const at = (along: number) => (rtl ? WIDTH - along : along)
  const top = target ? 18 : 0
  return (
    <ChartFrame
      title={title}
      tableLabel={tableLabel}
      table={
        <PlainTable
          caption={title}
          head={head.filter((each) => each !== undefined)}
          rows={bars.map(({ name, said, n }) => [name, said, ...(head[2] ? [n ?? ''] : [])])}
        />
      }
    >
      <svg viewBox={`0 0 ${WIDTH} ${top + bars.length * ROW}`} role="img" aria-label={title} class="bars">
        {bars.map(({ name, value, said }, row) => (
          <g key={name} transform={`translate(0 ${top + row * ROW})`}>
            <text x={at(0)} y="14" class="bar-name">
              {name}
            </text>
            <rect
              x={rtl ? WIDTH - length(value ?? 0) : 0}
              y="23"
              width={Math.max(value === null ? 0 : 1, length(value ?? 0))}
              height="9"
              rx="2"
            />
            <text x={at(length(value ?? 0) + 8)} y="32" class="bar-value">
              {said}
            </text>
          </g>
        ))}
        {target && (
          <g class="target">
            <line
              x1={at(length(target.value))}
              x2={at(length(target.value))}
              y1="16"
              y2={top + bars.length * ROW}
            />
            <text x={at(length(target.value))} y="12" class="target-name">
              {target.name}
            </text>
          </g>
        )}
      </svg>
    </ChartFrame>
  )
}

export const examples: Examples = {
  'entities on time': (say) => (
    <Bars
      title={say('في موعده، حسب الجهة', 'On time, by entity')}
      tableLabel={say('الأرقام', 'The numbers')}
      head={[say('الجهة', 'Entity'), say('في موعده', 'On time'), say('المُجاب', 'Answered')]}
      most={1}
      target={{ value: 0.9, name: say('الهدف', 'Target') }}
      bars={[
        { name: say('وزارة الأشغال', 'Ministry of Works'), value: 0.93, said: '93%', n: '412' },
        { name: say('هيئة الكهرباء', 'Electricity Authority'), value: 0.61, said: '61%', n: '97' },
        {
          name: say('وزارة الإسكان', 'Ministry of Housing'),
          value: null,
          said: say('لا شيء', 'none'),
          n: '0',
        },
      ]}
    />
  ),
}
