import type { ReadReport } from '#insight'
import { type ReportFigure, reported, sayFigure } from '#messages'
import type { Officer } from '#people'
import { EmptyState, Heading, Section, Table, Tabs, useLink, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { sayPeriod } from '../analysis/say-value.ts'
import { DeskPage } from '../desk/shell.tsx'

interface ReportPageProps {
  officer: Officer
  found: ReadReport
}

/** A period in sentences, and the figures that they come from. */
export function ReportPage({ officer, found: { period, facts, months, quarters } }: ReportPageProps) {
  const { insight } = useWords()
  const { report: said } = insight
  const reader = useReader()
  const link = useLink()
  const { subject, parts } = facts
    ? reported(reader, facts)
    : { subject: sayPeriod(reader, period), parts: [] }
  const tabs = (periods: typeof months) =>
    periods.map((each) => ({
      href: link(`/reports/${each.name}`),
      label: sayPeriod(reader, each),
      current: each.name === period.name,
    }))
  return (
    <DeskPage
      officer={officer}
      title={subject}
      place="analysis"
      back={link(`/analysis?period=${period.name}`)}
    >
      <Heading title={subject} lead={said.lead} />
      <Tabs label={insight.months} tabs={tabs(months)} />
      <Tabs label={insight.quarters} tabs={tabs(quarters)} />
      {!facts && (
        <EmptyState icon="calendar" title={insight.empty}>
          <p>{said.emptyHint}</p>
        </EmptyState>
      )}
      <div class="measure">
        {parts.map(({ heading, lines }) => (
          <Section key={heading} title={heading}>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Section>
        ))}
      </div>
      {facts?.more && (
        <Section title={said.table}>
          <Figures figures={facts.more.figures} />
        </Section>
      )}
      {facts && (
        <nav class="exports" aria-label={said.take}>
          <span>{said.take}</span>
          <a href={link(`/reports/${period.name}/pdf`)}>{insight.pdf}</a>
        </nav>
      )}
    </DeskPage>
  )
}

function Figures({ figures }: { figures: readonly ReportFigure[] }) {
  const { insight } = useWords()
  const { report: said } = insight
  const reader = useReader()
  const column = (key: string, label: string, cell: (figure: ReportFigure) => string) => ({
    ...{ key, label, number: true },
    // Named where no head stands above it.
    cell: (figure: ReportFigure) =>
      cell(figure) && (
        <>
          <span class="cell-label soft">{label} </span>
          <bdi>{cell(figure)}</bdi>
        </>
      ),
  })
  return (
    <Table
      caption={said.table}
      rows={figures}
      rowKey={({ name }) => name.en}
      columns={[
        {
          ...{ key: 'name', label: insight.indicator, header: true, wide: true },
          cell: ({ name }) => name[reader.locale],
        },
        column('now', said.now, (figure) => sayFigure(reader, figure, figure.now)),
        column('before', said.before, (figure) => sayFigure(reader, figure, figure.before)),
        column('of', said.of, ({ unit, of }) => (unit === 'cases' ? '' : formatNumber(reader, of))),
      ]}
    />
  )
}
