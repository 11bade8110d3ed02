import type { ComponentChildren } from 'preact'

export interface ChartFrameProps {
  /** What the chart says, in a sentence or a name. */
  title: string
  /** Names what unfolds the numbers behind it. */
  tableLabel: string
  /** The same numbers, for whoever does not see the drawing or wants to check it. */
  table: ComponentChildren
  children: ComponentChildren
}

/** A chart with its name above and its numbers behind it. */
export const ChartFrame = ({ title, tableLabel, table, children }: ChartFrameProps) => (
  <figure class="chart">
    <figcaption>{title}</figcaption>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable) */}
    <section class="chart-drawing" aria-label={title} tabIndex={0}>
      {children}
    </section>
    <details class="chart-table">
      <summary>{tableLabel}</summary>
      {table}
    </details>
  </figure>
)

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
