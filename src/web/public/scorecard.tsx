import type { Directory } from '#entities'
import {
  COUNTED,
  MEDIAN,
  type Published,
  type PublishedLine,
  publishedFigures,
  publishedPeriods,
} from '#insight'
import { Bars, EmptyState, Figures, Heading, Section, useLink, useReader, useWords } from '#ui'
import { formatNumber, formatPercent, type Reader, words } from '#words'
import { nameOf } from '../analysis/names.ts'
import { sayPeriod } from '../analysis/say-value.ts'
import type { Handler } from '../base/env.ts'
import { html } from '../html.ts'
import { Shell } from '../resident/shell.tsx'

/** How the government answers: of the last quarter that is over, or of the one that the address names. */
export const scorecardPage: Handler = async (c) => {
  const { tools, page } = c.var
  const { scorecard } = words(page.reader.locale).insight
  const periods = await publishedPeriods(tools)
  const asked = c.req.query('period') ?? periods[0]?.name
  const found = asked ? await publishedFigures(tools, asked) : undefined
  if (!found && c.req.query('period')) return c.notFound()
  c.header('Cache-Control', 'private, max-age=300')
  return html(
    c,
    <Shell title={scorecard.title} back={`/${page.reader.locale}`} wide sheets={['scorecard.css']}>
      <Heading
        above={found && sayPeriod(page.reader, found.period)}
        title={scorecard.title}
        lead={scorecard.lead}
      />
      {found ? (
        <Scorecard found={found} directory={await tools.directory()} />
      ) : (
        <EmptyState icon="chart" title={scorecard.nothing}>
          <p>{scorecard.nothingHint}</p>
        </EmptyState>
      )}
      {periods.length > 1 && (
        <Section title={scorecard.earlier}>
          <ul>
            {periods.map((each) => (
              <li key={each.name}>
                <a href={`/${page.reader.locale}/scorecard?period=${each.name}`}>
                  {sayPeriod(page.reader, each)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Shell>,
  )
}

function Scorecard({ found, directory }: { found: Published; directory: Directory }) {
  const { scorecard } = useWords().insight
  const reader = useReader()
  const { counts } = found.total
  return (
    <>
      <Figures
        figures={[
          { label: scorecard.received, value: number(reader, counts.received) },
          { label: scorecard.answered, value: number(reader, counts.answered) },
          { label: scorecard.onTime, value: <OnTimeInAll total={found.total} /> },
          { label: scorecard.medianDays, value: median(reader, found.total) },
        ]}
      />
      <OnTime found={found} directory={directory} />
      <Section title={scorecard.byEntity}>
        <Numbers found={found} table="entity" directory={directory} />
      </Section>
      <Section title={scorecard.byCategory}>
        <Numbers found={found} table="category" directory={directory} />
      </Section>
      <Section title={scorecard.byPlace}>
        <Numbers found={found} table="place" directory={directory} />
      </Section>
      <Section title={scorecard.how}>
        <p>{scorecard.hidden}</p>
        <p>{scorecard.noAnswers}</p>
        <ul>
          {scorecard.howText.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <OpenData found={found} />
    </>
  )
}

/** The share, and of how many. */
function OnTimeInAll({ total }: { total: PublishedLine }) {
  const { scorecard } = useWords().insight
  const reader = useReader()
  const said = share(reader, total)
  if (said === undefined) return <>{missing(reader, total)}</>
  const { onTime, answered } = total.counts
  return (
    <>
      {said} <small>{scorecard.outOf(number(reader, onTime), number(reader, answered))}</small>
    </>
  )
}

function OnTime({ found, directory }: { found: Published; directory: Directory }) {
  const { insight } = useWords()
  const reader = useReader()
  const lines = found.tables.entity.filter((line) => line.key && share(reader, line) !== undefined)
  if (lines.length === 0) return null
  return (
    <Bars
      title={insight.onTimeBy(insight.by.entity)}
      tableLabel={insight.numbers}
      head={[insight.entity, insight.scorecard.onTime, insight.scorecard.answered]}
      most={1}
      bars={lines.map((line) => ({
        name: nameOf(reader, directory, 'entity', line.key),
        value: (line.counts.onTime ?? 0) / (line.counts.answered ?? 1),
        said: share(reader, line) ?? '',
        n: number(reader, line.counts.answered),
      }))}
    />
  )
}

/** Every number with its denominator; what is kept back is said to be. */
function Numbers({
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
  const lines = [...found.tables[table], found.total]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section class="table-frame" aria-label={caption} tabIndex={0}>
      <table class="numbers">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{caption}</th>
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
  )
}

function OpenData({ found }: { found: Published }) {
  const { insight } = useWords()
  const { scorecard } = insight
  const link = useLink()
  return (
    <Section title={scorecard.data}>
      <p>{scorecard.dataLead}</p>
      <ul>
        {Object.keys(found.tables).map((table) => (
          <li key={table}>
            {insight.by[table as keyof Published['tables']]}:{' '}
            <a href={`/open-data/${found.period.name}/${table}.csv`}>{insight.csv}</a>
            {' · '}
            <a href={`/open-data/${found.period.name}/${table}.json`}>JSON</a>
          </li>
        ))}
        <li>
          <a href={`/open-data/dictionary.csv`}>{scorecard.dictionary}</a>
        </li>
      </ul>
      <p>
        <a href={link('/about')}>{useWords().resident.home.links.about}</a>
      </p>
    </Section>
  )
}

/** A number, or a mark that it is kept back. */
const number = (reader: Reader, count: number | null | undefined): string =>
  count === null || count === undefined
    ? words(reader.locale).insight.scorecard.kept
    : formatNumber(reader, count)

/** What of answers cannot be said: there were none, or their number is kept back. */
const missing = (reader: Reader, { counts }: PublishedLine): string =>
  counts.answered === 0 ? '–' : words(reader.locale).insight.scorecard.kept

const median = (reader: Reader, line: PublishedLine): string =>
  line.medianDays === null ? missing(reader, line) : formatNumber(reader, line.medianDays)

/** Share on time; undefined where it is kept back or nothing was answered. */
const share = (reader: Reader, { counts }: PublishedLine): string | undefined =>
  counts.onTime === null || !counts.answered
    ? undefined
    : formatPercent(reader, (counts.onTime ?? 0) / counts.answered)
