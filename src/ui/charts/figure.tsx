import type { ComponentChildren } from 'preact'
import { useWords } from '../page.tsx'

export interface ChartFrameProps {
  /** What the chart says, in a sentence or a name. */
  title: string
  /** Names what unfolds the numbers behind it. */
  tableLabel: string
  /** The same numbers, for whoever does not see the drawing or wants to check it. */
  table: ComponentChildren
  /** Where it is wider than the page, its end is seen first: the newest of what went on over time. */
  endFirst?: boolean
  children: ComponentChildren
}

/** A chart with its name above and its numbers behind it. */
export const ChartFrame = ({ title, tableLabel, table, endFirst, children }: ChartFrameProps) => (
  <figure class="chart">
    <figcaption>{title}</figcaption>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable) */}
    <section class={endFirst ? 'chart-drawing end-first' : 'chart-drawing'} aria-label={title} tabIndex={0}>
      {children}
    </section>
    <details class="chart-table">
      <summary>{tableLabel}</summary>
      {table}
    </details>
  </figure>
)

/** Stands in a table where there is nothing to count, which is not the same as nought. */
export function Nothing() {
  const { insight } = useWords()
  return (
    <span role="img" aria-label={insight.value.none}>
      –
    </span>
  )
}

export interface PlainTableProps {
  caption: string
  head: readonly string[]
  /** The first cell of each row names it. */
  rows: readonly (readonly ComponentChildren[])[]
}

/** The numbers of a chart. */
export const PlainTable = ({ caption, head, rows }: PlainTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
  <section class="table-frame" aria-label={caption} tabIndex={0}>
    <table class="table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {head.map((each, at) => (
            <th key={each} scope="col" class={at > 0 ? 'number' : undefined}>
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, at) =>
              at === 0 ? (
                <th key={head[at]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={head[at]} class="number">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
