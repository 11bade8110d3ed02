import { Details, Table, Time, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import type { Week } from './weeks.ts'

const [HEIGHT, WIDTH, GAP, FOOT] = [96, 24, 4, 18]

/** Cases week by week as bars in the direction of reading, with a mark where it was fixed and a table behind. */
export function WeeksChart({ weeks }: { weeks: readonly Week[] }) {
  const { weeks: said } = useWords().problems
  const reader = useReader()
  const most = Math.max(1, ...weeks.map(({ count }) => count))
  const width = Math.max(weeks.length, 8) * (WIDTH + GAP)
  const rtl = reader.locale === 'ar'
  const x = (at: number) => (rtl ? width - (at + 1) * (WIDTH + GAP) : at * (WIDTH + GAP))
  // At the end of its week, between two bars.
  const edge = (at: number) => (rtl ? x(at) - GAP / 2 : x(at) + WIDTH + GAP / 2)
  const top = 16
  return (
    <div class="weeks">
      <svg
        role="img"
        aria-label={said.title}
        viewBox={`0 0 ${width} ${HEIGHT + top + FOOT}`}
        class="weeks-chart"
        preserveAspectRatio={rtl ? 'xMaxYMid' : 'xMinYMid'}
      >
        {weeks.map(({ from, count, fixed }, at) => {
          const height = (count / most) * HEIGHT
          return (
            <g key={from.toString()}>
              <rect
                class="weeks-bar"
                x={x(at)}
                y={top + HEIGHT - height}
                width={WIDTH}
                height={Math.max(height, 1)}
              />
              {count > 0 && (
                <text class="weeks-count" x={x(at) + WIDTH / 2} y={top + HEIGHT - height - 4}>
                  {formatNumber(reader, count)}
                </text>
              )}
              {fixed && (
                <>
                  <line class="weeks-fixed" x1={edge(at)} x2={edge(at)} y1={0} y2={top + HEIGHT} />
                  <text class="weeks-mark" x={x(at) + WIDTH / 2} y={top + HEIGHT + FOOT - 4}>
                    {said.fixed}
                  </text>
                </>
              )}
            </g>
          )
        })}
        <line class="weeks-floor" x1={0} x2={width} y1={top + HEIGHT} y2={top + HEIGHT} />
      </svg>
      <Details title={said.table}>
        <Table
          caption={said.title}
          rows={weeks}
          rowKey={({ from }) => from.toString()}
          columns={[
            { key: 'week', label: said.week, header: true, cell: ({ from }) => <Time at={from} as="date" /> },
            {
              key: 'count',
              label: said.count,
              number: true,
              cell: ({ count }) => formatNumber(reader, count),
            },
            {
              key: 'fixed',
              label: said.fixed,
              cell: ({ fixed }) => (fixed ? '✓' : ''),
            },
          ]}
        />
      </Details>
    </div>
  )
}
