import type { Directory } from '#entities'
import { COUNTED, MEDIAN, type Published } from '#insight'
import { useReader, useWords } from '#ui'
import { nameOf } from '../../analysis/names.ts'
import { median, number } from './say.ts'

/** Every number with its denominator; what is kept back is said to be. */
export function Numbers({
  found,
  table,
  directory,
}: {
  found: Published
  table: 'entity' | 'category' | 'place'
  directory: Directory
}) {
  const { insight } = useWords()
  const { scorecard } = insight
  const reader = useReader()
  const caption = insight.by[table]
  const head = { entity: insight.entity, category: insight.category, place: insight.governorate }[table]
  const lines = [...found.tables[table], found.total]
  return (
    <div class="numbers-frame">
      <p class="hint slide">{scorecard.slide}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable) */}
      <section class="table-frame" aria-label={caption} tabIndex={0}>
        <table class="numbers">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {[...COUNTED, MEDIAN].map(({ id, name }) => (
                <th key={id} scope="col" class="number">
                  {name[reader.locale]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key} class={line === found.total ? 'total' : undefined}>
                <th scope="row">
                  {line === found.total ? scorecard.national : nameOf(reader, directory, table, line.key)}
                </th>
                {COUNTED.map(({ id }) => (
                  <td key={id} class="number">
                    {number(reader, line.counts[id])}
                  </td>
                ))}
                <td class="number">{median(reader, line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
