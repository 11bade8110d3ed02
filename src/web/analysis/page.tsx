import type { Directory } from '#entities'
import { type Dashboard, getsReports, opensFigures, periodOf, WITHOUT } from '#insight'
import type { Officer } from '#people'
import { Heading, Lines, Section, useLink, useReader, useWords } from '#ui'
import { formatDate, formatMonth, formatShortMonth, type Reader, words } from '#words'
import { DeskPage } from '../desk/shell.tsx'
import { asAddress, listAddress } from './address.ts'
import { AllIndicators } from './all-indicators.tsx'
import { Breakdown } from './breakdown.tsx'
import { FigureFilters } from './filters.tsx'
import { Headline } from './headline.tsx'
import { sayPeriod } from './say-value.ts'

interface AnalysisPageProps {
  officer: Officer
  board: Dashboard
  directory: Directory
  today: Temporal.PlainDate
}

export function AnalysisPage({ officer, board, directory, today }: AnalysisPageProps) {
  const { insight } = useWords()
  const reader = useReader()
  const link = useLink()
  const { period, months, asked } = board
  const mayOpenCases = opensFigures(officer)
  const monthly = (figure: 'received' | 'answered') =>
    months.map(({ on }) =>
      mayOpenCases ? link(listAddress({ ...asked, period: periodOf(on, 'month').name }, figure)) : undefined,
    )
  const exported = (format: string) => link(asAddress(asked, `/analysis/export/${format}`))
  return (
    <DeskPage officer={officer} title={insight.title} place="analysis">
      <Heading
        above={sayPeriod(reader, period)}
        title={scopeName(reader, board, directory)}
        lead={
          board.running
            ? insight.running(formatDate(reader, today))
            : insight.complete(
                formatDate(reader, period.from),
                formatDate(reader, period.to.subtract({ days: 1 })),
              )
        }
      />
      <FigureFilters
        board={board}
        directory={directory}
        today={today}
        hidden={{ by: board.by }}
        clear={asAddress({ period: asked.period })}
      />
      <Headline board={board} mayOpenCases={mayOpenCases} />
      {months.length > 1 && (
        <Lines
          title={insight.chart}
          tableLabel={insight.numbers}
          over={insight.month}
          running={
            months.at(-1)?.on.toPlainYearMonth().equals(today.toPlainYearMonth()) ? insight.soFar : undefined
          }
          moments={months.map(({ on }) => ({
            short: formatShortMonth(reader, on),
            long: formatMonth(reader, on),
          }))}
          series={[
            {
              name: insight.scorecard.received,
              tone: 'first',
              values: months.map(({ received }) => received),
              hrefs: monthly('received'),
            },
            {
              name: insight.scorecard.answered,
              tone: 'second',
              values: months.map(({ answered }) => answered),
              hrefs: monthly('answered'),
            },
          ]}
        />
      )}
      <Breakdown board={board} directory={directory} mayOpenCases={mayOpenCases} />
      <Section title={insight.indicators} id="indicators">
        {board.peers && <p class="soft">{insight.peersHint}</p>}
        <p class="soft">
          {mayOpenCases && <>{insight.drill} </>}
          {insight.dash}
        </p>
        <AllIndicators board={board} mayOpenCases={mayOpenCases} />
      </Section>
      <nav class="exports" aria-label={insight.exports}>
        <span>{insight.exports}</span>
        <a href={exported('csv')}>{insight.csv}</a>
        <a href={exported('xlsx')}>{insight.xlsx}</a>
        <a href={exported('pdf')}>{insight.pdf}</a>
        {!board.running && period.kind !== 'year' && getsReports(officer) && (
          <a href={link(`/reports/${period.name}`)}>{insight.report.link}</a>
        )}
      </nav>
    </DeskPage>
  )
}

/** Whose figures these are. */
export function scopeName(
  reader: Reader,
  { asked, inSight }: Pick<Dashboard, 'asked' | 'inSight'>,
  directory: Directory,
): string {
  const { locale } = reader
  if (asked.entity === WITHOUT || asked.sector === WITHOUT) return words(locale).insight.withoutEntity
  const only = asked.entity ?? (inSight?.length === 1 ? inSight[0] : undefined)
  const sectors = new Set(inSight?.map((id) => directory.entity(id)?.sectorId))
  const sector = asked.sector ?? (sectors.size === 1 ? [...sectors][0] : undefined)
  return (
    directory.entity(only)?.name[locale] ??
    directory.sector(sector)?.name[locale] ??
    words(locale).insight[inSight ? 'title' : 'nation']
  )
}
