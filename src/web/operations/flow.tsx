import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { type Board, shareBy } from '#insight'
import { ChartFrame, PlainTable, useReader, useWords } from '#ui'
import { direction, formatNumber } from '#words'

const [WIDTH, HEIGHT, TOP, BOTTOM, START, END] = [520, 240, 22, 30, 60, 16]

/** Received today, adding up hour by hour, over what was expected; time runs in the direction of reading. */
export function Flow({ board }: { board: Board }) {
  const { operations } = useWords()
  const reader = useReader()
  const rtl = direction(reader.locale) === 'rtl'
  const said = (n: number) => formatNumber(reader, Math.round(n))
  const { expected } = board
  const title = expected ? operations.flowExpected : operations.flow
  const shares = Array.from({ length: 25 }, (_, hour) => (expected ? shareBy(expected.hours, hour, 0) : 0))
  const so = sums(board.hours)
  const most = Math.max(4, so.at(-1) ?? 0, expected?.todayHigh ?? 0)
  const x = scaleLinear()
    .domain([0, 24])
    .range(rtl ? [WIDTH - START, END] : [START, WIDTH - END])
  const y = scaleLinear()
    .domain([0, most])
    .nice(4)
    .range([HEIGHT - BOTTOM, TOP])
  const now = board.at.toZonedDateTimeISO(reader.zone)
  const until = (at: number) => Math.min(at, now.hour + now.minute / 60)
  return (
    <ChartFrame
      title={title}
      tableLabel={operations.numbers}
      table={
        <PlainTable
          caption={title}
          head={[operations.hour, operations.received, ...(expected ? [operations.forecast] : [])]}
          rows={board.hours.map((n, hour) => [
            formatNumber(reader, hour),
            formatNumber(reader, n),
            ...(expected ? [said(expected.today * (expected.hours[hour] ?? 0))] : []),
          ])}
        />
      }
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title} class="flow">
        {y.ticks(4).map((tick) => (
          <g key={tick} class="axis">
            <line x1={x(0)} x2={x(24)} y1={y(tick)} y2={y(tick)} />
            <text x={rtl ? WIDTH - START + 8 : START - 8} y={y(tick) + 6} class="axis-number">
              {said(tick)}
            </text>
          </g>
        ))}
        {[0, 6, 12, 18, 24].map((hour) => (
          <text key={hour} x={x(hour)} y={HEIGHT - 6} class="axis-moment">
            {formatNumber(reader, hour)}
          </text>
        ))}
        {expected && (
          <>
            <path
              class="flow-band"
              d={
                area<number>(
                  (_, at) => x(at),
                  (share) => y(share * expected.todayLow),
                  (share) => y(share * expected.todayHigh),
                )(shares) ?? ''
              }
            />
            <path
              class="flow-expected"
              d={
                line<number>(
                  (_, at) => x(at),
                  (share) => y(share * expected.today),
                )(shares) ?? ''
              }
            />
          </>
        )}
        <path
          class="flow-real"
          d={
            line<number>(
              (_, at) => x(until(at)),
              (sum) => y(sum),
            )(so) ?? ''
          }
        />
        {expected && (
          <text x={x(24)} y={y(expected.today) - 8} class="flow-name">
            {operations.forecast} {said(expected.today)}
          </text>
        )}
        <circle class="flow-now" cx={x(until(24))} cy={y(so.at(-1) ?? 0)} r="6" />
      </svg>
    </ChartFrame>
  )
}

/** How many had come when each hour began, and by now. */
function sums(hours: readonly number[]): number[] {
  let sum = 0
  return [0, ...hours.map((n) => (sum += n))]
}
