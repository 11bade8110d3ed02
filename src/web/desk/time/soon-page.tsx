import { clockDue, type SoonCase } from '#cases'
import type { Officer } from '#people'
import { workingTimeBetween } from '#promises'
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
import { Holder } from '../holder.tsx'
import { type Country, calendarFor } from '../queue-lines.ts'
import { DeskPage } from '../shell.tsx'

interface SoonPageProps {
  officer: Officer
  whose: 'turn' | 'reach'
  /** Missing when it would have taken too long. */
  found: readonly SoonCase[] | undefined
  /** What is past another date than a step's own, and leads away from an empty list. */
  past: Past
  country: Country
}

export interface Past {
  /** Cases past the resident's date. */
  cases: boolean
  /** Promised work that is not done. */
  promises: boolean
}

export function SoonPage({ officer, whose, found, past, country }: SoonPageProps) {
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
      {found?.length === 0 && <Nothing whose={whose} past={past} />}
      {found && found.length > 0 && <SoonTable found={found} country={country} />}
    </DeskPage>
  )
}

/** No step is late. It never says that nothing else is: whatever is past another date is a link away. */
function Nothing({ whose, past }: Pick<SoonPageProps, 'whose' | 'past'>) {
  const { soon } = useWords().time
  const link = useLink()
  const ways = [
    whose === 'turn' && (['/desk/soon?of=reach', soon.seeReach] as const),
    past.cases && (['/desk?view=late', soon.seeLate] as const),
    past.promises && (['/desk/promised?view=late', soon.seePromised] as const),
    whose === 'reach' && (['/desk?view=owed', soon.seeQueue] as const),
  ]
  return (
    <EmptyState icon="check" title={soon.none[whose]}>
      {ways.map(
        (way) =>
          way && (
            <p key={way[0]}>
              <a href={link(way[0])}>{way[1]}</a>
            </p>
          ),
      )}
    </EmptyState>
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
        { key: 'who', label: soon.who, cell: (line) => <Holder line={line} directory={country.directory} /> },
        { key: 'next', label: soon.next, named: true, cell: (line) => <Next line={line} /> },
      ]}
    />
  )
}

/** The days of the step in a chip, and below it which step, with the working time itself while there is any. */
function Left({ line, country }: { line: SoonCase; country: Country }) {
  const { time, cases } = useWords()
  const reader = useReader()
  const calendar = calendarFor(line.entity, country)
  const due = clockDue(line, country.now, calendar)
  if (!due || !line.clock || !line.clockDue) return null
  const late = due.state === 'late'
  const left = workingTimeBetween(country.now, line.clockDue, calendar)
  const rounded = left.round({ largestUnit: 'hours', smallestUnit: 'minutes' })
  return (
    <div class="two-lines">
      <DueChip state={late ? 'late' : 'soon'} days={due.days} />
      <small class={late ? 'late' : 'soft'}>
        {cases.clocks[line.clock].name}
        {!late && <> · {time.soon.hoursLeft(formatDuration(reader, rounded))}</>}
      </small>
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

const Next = ({ line: { nextActAt } }: { line: SoonCase }) => (
  <small class="soft">{nextActAt ? <Time at={nextActAt} as="short" /> : useWords().time.soon.top}</small>
)
