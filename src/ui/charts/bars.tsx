import { scaleLinear } from 'd3-scale'
import { direction, formatNumber } from '#words'
import type { Examples } from '../example.ts'
import { useReader, useWords } from '../page.tsx'
import { ChartFrame, Nothing, PlainTable } from './figure.tsx'

export interface BarLine {
  name: string
  /** Null where there is nothing to count: a line of the table, but none of the drawing. */
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

/** Pixels, so that letters keep their size on a telephone; along the bars it is parts of the width. */
const ROW = 44
const NAME = 22
/** Of the width, in hundredths: the rest is for the number at the end of the longest bar. */
const LONGEST = 82

type Drawn = BarLine & { value: number }

/** Lengths side by side, each with its name above it and its number at its end; they grow in the reading direction. */
export function Bars({ title, tableLabel, head, bars, most, target }: BarsProps) {
  const { insight } = useWords()
  const reader = useReader()
  const drawn = bars.filter((bar): bar is Drawn => bar.value !== null)
  const left = bars.length - drawn.length
  if (drawn.length === 0)
    return (
      <figure class="chart">
        <figcaption>{title}</figcaption>
        <p class="soft">{insight.nothingDrawn}</p>
      </figure>
    )
  return (
    <ChartFrame
      title={title}
      tableLabel={tableLabel}
      table={
        <PlainTable
          caption={title}
          head={head.filter((each) => each !== undefined)}
          rows={bars.map(({ name, value, said, n }) => [
            name,
            value === null ? <Nothing /> : said,
            ...(head[2] ? [n ?? ''] : []),
          ])}
        />
      }
    >
      <Drawing title={title} drawn={drawn} most={most} target={target} />
      {left > 0 && <p class="soft chart-source">{insight.notDrawn(formatNumber(reader, left), left)}</p>}
    </ChartFrame>
  )
}

function Drawing({
  title,
  drawn,
  most,
  target,
}: Pick<BarsProps, 'title' | 'most' | 'target'> & { drawn: Drawn[] }) {
  const rtl = direction(useReader().locale) === 'rtl'
  const longest = most ?? Math.max(...drawn.map(({ value }) => value), target?.value ?? 0, 0.0001)
  const length = scaleLinear().domain([0, longest]).range([0.3, LONGEST]).clamp(true)
  const along = (value: number) => Math.round(length(value) * 100) / 100
  const at = (place: number) => `${rtl ? Math.round((100 - place) * 100) / 100 : place}%`
  const top = target ? 20 : 0
  const height = top + drawn.length * ROW
  return (
    <svg height={height} role="img" aria-label={title} class="bars">
      {drawn.map(({ name, value, said }, row) => (
        <g key={name} transform={`translate(0 ${top + row * ROW})`}>
          <foreignObject width="100%" height={NAME}>
            <div class="bar-name">{name}</div>
          </foreignObject>
          <rect x={rtl ? at(along(value)) : 0} y="27" width={`${along(value)}%`} height="9" rx="2" />
          <text x={at(along(value))} dx={rtl ? -8 : 8} y="36" class="bar-value">
            {said}
          </text>
        </g>
      ))}
      {target && (
        <g class="target">
          <line x1={at(along(target.value))} x2={at(along(target.value))} y1="18" y2={height} />
          <text x={at(along(target.value))} y="13" class="target-name">
            {target.name}
          </text>
        </g>
      )}
    </svg>
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
