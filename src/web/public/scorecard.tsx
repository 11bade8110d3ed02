import type { Directory } from '#entities'
import { MEDIAN, type Published, publishedFigures, publishedPeriods } from '#insight'
import { EmptyState, Figures, Heading, Section, useReader, useWords } from '#ui'
import { words } from '#words'
import { sayPeriod } from '../analysis/say-value.ts'
import type { Handler } from '../base/env.ts'
import { html } from '../html.ts'
import { Shell } from '../resident/shell.tsx'
import { OpenData } from './scorecard/data.tsx'
import { Numbers } from './scorecard/numbers.tsx'
import { OnTime, OnTimeInAll, Rest } from './scorecard/parts.tsx'
import { median, number } from './scorecard/say.ts'

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
          { label: MEDIAN.name[reader.locale], value: median(reader, found.total) },
        ]}
      />
      <Rest counts={counts} />
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
