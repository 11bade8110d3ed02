import type { SoonCase } from '#cases'
import type { Officer } from '#people'
import { workingDaysLeft, workingTimeBetween } from '#promises'
import {
  DueChip,
  EmptyState,
  Heading,
  Reference,
  Table,
  Tabs,
  Time,
  TypeTag,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { formatDuration } from '#words'
import { type Country, calendarFor } from '../queue-lines.ts'
import { DeskPage } from '../shell.tsx'

interface SoonPageProps {
  officer: Officer
  whose: 'turn' | 'reach'
  /** Missing when it would have taken too long. */
  found: readonly SoonCase[] | undefined
  country: Country
}

export function SoonPage({ officer, whose, found, country }: SoonPageProps) {
  const { soon } = useWords().time
  const link = useLink()
  const tabs = (['turn', 'reach'] as const).map((each) => ({
    href: link(`/desk/soon?of=${each}`),
    label: soon[each],
    current: each === whose,
  }))
  return (
    <DeskPage officer={officer} title={soon.title} place="soon">
      <Heading title={soon.title} lead={soon.lead} />
      <Tabs label={soon.tabs} tabs={tabs} />
      {found === undefined && <p>{soon.broad}</p>}
      {found?.length === 0 && (
        <EmptyState icon="check" title={soon.none}>
          <p>{soon.noneHint}</p>
        </EmptyState>
      )}
      {found && found.length > 0 && <SoonTable found={found} country={country} />}
    </DeskPage>
  )
}

function SoonTable({ found, country }: { found: readonly SoonCase[]; country: Country }) {
  const { soon } = useWords().time
  const link = useLink()
  return (
    <Table
      caption={soon.title}
      rows={found}
      rowKey={({ id }) => id}
      rowHref={({ id }) => link(`/desk/cases/${id}`)}
      columns={[
        { key: 'left', label: soon.left, cell: (line) => <Left line={line} country={country} /> },
        {
          key: 'subject',
          label: soon.subject,
          header: true,
          wide: true,
          cell: (line) => <Subject line={line} />,
        },
        { key: 'who', label: soon.who, cell: (line) => <Holder line={line} country={country} /> },
        { key: 'next', label: soon.next, cell: (line) => <Next line={line} /> },
      ]}
    />
  )
}

/** Days in a chip, and the working time itself while there is any. */
function Left({ line: { clockDue, entity }, country }: { line: SoonCase; country: Country }) {
  const { soon } = useWords().time
  const reader = useReader()
  if (!clockDue) return null
  const calendar = calendarFor(entity, country)
  const days = workingDaysLeft(country.now, clockDue, calendar)
  const late = days < 0
  const left = workingTimeBetween(country.now, clockDue, calendar)
  const rounded = left.round({ largestUnit: 'hours', smallestUnit: 'minutes' })
  return (
    <div class="two-lines">
      <DueChip state={late ? 'late' : 'soon'} days={Math.abs(days)} />
      {!late && <small class="soft">{soon.hoursLeft(formatDuration(reader, rounded))}</small>}
    </div>
  )
}

const Subject = ({ line: { subject, reference, type } }: { line: SoonCase }) => (
  <>
    <span class="subject">
      <bdi>{subject}</bdi>
    </span>
    <span class="line-facts">
      <Reference number={reference} />
      <TypeTag type={type} />
    </span>
  </>
)

function Holder({ line, country: { directory } }: { line: SoonCase; country: Country }) {
  const { cases } = useWords()
  const { locale } = useReader()
  const within = line.handlerName ?? directory.unit(line.unit)?.name[locale]
  return (
    <div class="two-lines holder">
      <span>{directory.entity(line.entity)?.name[locale] ?? cases.clocks.routing.holder}</span>
      <small class="soft">
        {line.clock && cases.clocks[line.clock].name}
        {within && <> · {within}</>}
      </small>
    </div>
  )
}

const Next = ({ line: { nextActAt } }: { line: SoonCase }) => (
  <small class="soft">{nextActAt ? <Time at={nextActAt} as="short" /> : useWords().time.soon.top}</small>
)
