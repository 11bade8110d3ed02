import type { Directory } from '#entities'
import { type Behind, isAct, LISTABLE, type Listable, periodOf } from '#insight'
import type { Officer } from '#people'
import { EmptyState, Heading, LinkButton, Pagination, Select, Tabs, useLink, useReader, useWords } from '#ui'
import { formatNumber, type Reader } from '#words'
import type { Line } from '../../desk/queue-lines.ts'
import { DeskPage } from '../../desk/shell.tsx'
import { asAddress, listAddress } from '../address.ts'
import { FigureFilters } from '../filters.tsx'
import { nameOf } from '../names.ts'
import { scopeName } from '../page.tsx'
import { sayPeriod } from '../say-value.ts'
import { LinesBehind } from './lines.tsx'
import { siblingsOf } from './siblings.ts'

export interface BehindPageProps {
  officer: Officer
  found: Behind
  lines: readonly (Line & { at: Temporal.Instant; nth: number })[]
  directory: Directory
  today: Temporal.PlainDate
}

/** The cases that a number counts. */
export function BehindPage({ officer, found, lines, directory, today }: BehindPageProps) {
  const { behind, ui } = useWords()
  const reader = useReader()
  const link = useLink()
  const { asked, figure, period, next } = found
  return (
    <DeskPage
      officer={officer}
      title={behind.lists[figure]}
      place="analysis"
      back={link(asAddress({ ...asked, period: figuresOf(period).name }))}
    >
      <Heading
        above={aboutOf(reader, found, directory)}
        title={behind.lists[figure]}
        lead={<Counted found={found} />}
        acts={
          lines.length > 0 && (
            <LinkButton
              href={link(listAddress(asked, figure, { path: '/analysis/cases/file' }))}
              small
              kind="quiet"
            >
              {behind.take.title}
            </LinkButton>
          )
        }
      />
      <Tabs
        label={behind.figure}
        tabs={siblingsOf(figure).map((each) => ({
          href: link(listAddress(asked, each)),
          label: behind.lists[each],
          current: each === figure,
        }))}
      />
      <details class="filters-box roomy">
        <summary>{ui.filter}</summary>
        <FigureFilters
          board={found}
          directory={directory}
          today={today}
          action="/analysis/cases"
          unlabelled
          clear={listAddress({ period: asked.period }, figure)}
        >
          <Select
            name="figure"
            label={behind.figure}
            value={figure}
            options={LISTABLE.map((each) => ({ value: each, label: behind.lists[each] }))}
          />
        </FigureFilters>
      </details>
      {lines.length > 0 ? (
        <LinesBehind figure={figure} lines={lines} directory={directory} />
      ) : (
        <EmptyState icon="inbox" title={behind.empty}>
          <p>{behind.emptyHint}</p>
        </EmptyState>
      )}
      <Pagination next={next && link(listAddress(asked, figure, { cursor: next }))} />
    </DeskPage>
  )
}

/** Figures are shown by the month at least. */
const figuresOf = (period: Behind['period']) =>
  period.kind === 'day' ? periodOf(period.from, 'month') : period

/** How many, and what is not shown of them. */
function Counted({ found: { count, figure } }: { found: Behind }) {
  const { behind } = useWords()
  const reader = useReader()
  if (!count) return <>{behind.uncounted}</>
  const said = (n: number) => formatNumber(reader, n)
  const elsewhere = count.whole - count.reached
  return (
    <>
      <strong>{behind[countedIn(figure)](said(count.whole), count.whole)}</strong>
      {elsewhere > 0 && <> {behind.elsewhere(said(elsewhere), elsewhere)}</>}
      {countedIn(figure) !== 'cases' && count.whole > 1 && <> {behind.oneEach}</>}
    </>
  )
}

const countedIn = (figure: Listable): 'cases' | 'times' | 'actions' => {
  if (figure === 'promised' || figure === 'promisedKept') return 'actions'
  return isAct(figure) ? 'times' : 'cases'
}

/** The questions in words: whose, when, about what. */
export function aboutOf(
  reader: Reader,
  { asked, period, inSight }: Pick<Behind, 'asked' | 'period' | 'inSight'>,
  directory: Directory,
): string {
  const narrowed = (['category', 'place', 'type', 'channel'] as const).flatMap((by) =>
    asked[by] ? [nameOf(reader, directory, by, asked[by])] : [],
  )
  const whose = scopeName(reader, { asked, inSight }, directory)
  return [whose, ...narrowed, sayPeriod(reader, period)].join(' · ')
}
