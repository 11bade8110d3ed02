import type { HolidayContent } from '#promises'
import { Details, EmptyState, Section, Table, Time, useLink, useReader, useWords } from '#ui'
import type { KeptCalendar } from './find.ts'
import { hoursText } from './hours.ts'

interface HolidaysProps {
  kept: KeptCalendar
  today: Temporal.PlainDate
  editable: boolean
}

/** Announced holidays: those to come, and behind them those that passed. */
export function Holidays({ kept, today, editable }: HolidaysProps) {
  const { calendars } = useWords().admin
  const ordered = kept.content.holidays.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const ahead = ordered.filter(({ to }) => to >= today.toString())
  const past = ordered.filter(({ to }) => to < today.toString()).reverse()
  return (
    <Section title={calendars.holidays} id="holidays">
      {ahead.length === 0 ? (
        <EmptyState icon="calendar" title={calendars.noHolidays}>
          <p>{calendars.noHolidaysHint}</p>
        </EmptyState>
      ) : (
        <HolidayTable id={kept.summary.id} holidays={ahead} editable={editable} />
      )}
      {past.length > 0 && (
        <Details title={calendars.pastHolidays}>
          <HolidayTable id={kept.summary.id} holidays={past} editable={false} />
        </Details>
      )}
    </Section>
  )
}

interface HolidayTableProps {
  id: string
  holidays: readonly HolidayContent[]
  editable: boolean
}

function HolidayTable({ id, holidays, editable }: HolidayTableProps) {
  const { calendars, fields } = useWords().admin
  const { locale } = useReader()
  const link = useLink()
  const remove = ({ from, to }: HolidayContent) =>
    link(`/admin/calendars/${id}/remove?${new URLSearchParams({ what: 'holiday', from, to })}`)
  const acts = {
    key: 'remove',
    label: calendars.remove,
    cell: (holiday: HolidayContent) => (
      <a class="target" href={remove(holiday)}>
        {calendars.remove}
        <span class="unseen"> {holiday.name[locale]}</span>
      </a>
    ),
  }
  return (
    <Table
      caption={calendars.holidays}
      rows={holidays}
      rowKey={({ from, to }) => `${from}${to}`}
      columns={[
        { key: 'name', label: calendars.name, header: true, wide: true, cell: ({ name }) => name[locale] },
        { key: 'when', label: fields.when, cell: (holiday) => <Dates of={holiday} /> },
        { key: 'length', label: calendars.length, cell: (holiday) => <Length of={holiday} /> },
        ...(editable ? [acts] : []),
      ]}
    />
  )
}

/** A single day stands alone, several as first and last. */
function Dates({ of: { from, to } }: { of: HolidayContent }) {
  const { fields } = useWords().admin
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  if (from === to) return <Time at={first} as="fullDay" />
  return (
    <>
      <span class="line">
        {fields.from} <Time at={first} as="fullDay" />
      </span>
      <span class="line">
        {fields.to} <Time at={last} as="fullDay" />
      </span>
    </>
  )
}

function Length({ of: { from, to, hours } }: { of: HolidayContent }) {
  const { calendars } = useWords().admin
  if (hours) return <bdi dir="ltr">{hoursText(hours)}</bdi>
  const { days } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' })
  return <>{calendars.holidayDays(days + 1)}</>
}
