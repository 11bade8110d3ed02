import { COUNTED, MEDIAN, type Published } from '#insight'
import { Details, Section, useLink, useReader, useWords } from '#ui'

/** The same numbers as files, and what their columns mean. */
export function OpenData({ found }: { found: Published }) {
  const { insight } = useWords()
  const { scorecard } = insight
  const reader = useReader()
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
          {scorecard.dictionary}: <a href="/open-data/dictionary.csv">{insight.csv}</a>
          {' · '}
          <a href="/open-data/dictionary.json">JSON</a>
        </li>
        <li>
          {scorecard.catalogue}: <a href="/open-data">JSON</a>
        </li>
      </ul>
      <Details title={scorecard.dictionary}>
        <ul>
          {[...COUNTED, MEDIAN].map(({ id, name, description }) => (
            <li key={id}>
              <strong>{name[reader.locale]}</strong>. {description[reader.locale]}
            </li>
          ))}
        </ul>
      </Details>
      <p>
        <a href={link('/about')}>{useWords().resident.home.links.about}</a>
      </p>
    </Section>
  )
}
