import type { ExplainedDay } from '#promises'
import { Table, Time, useReader, useWords } from '#ui'
import { inDigits } from '#words'

/** Days as they were counted, so that whoever doubts a date can count along. */
export function Days({ caption, days }: { caption: string; days: readonly ExplainedDay[] }) {
  const { calendars } = useWords().admin
  return (
    <Table
      caption={caption}
      rows={days}
      rowKey={({ date }) => date.toString()}
      columns={[
        {
          key: 'day',
          label: calendars.day,
          header: true,
          cell: ({ date }) => <Time at={date} as="fullDay" />,
        },
        { key: 'hours', label: calendars.hours, cell: (day) => <Hours day={day} /> },
        { key: 'counted', label: calendars.explainDays, wide: true, cell: (day) => <Why day={day} /> },
      ]}
    />
  )
}

function Hours({ day: { hours } }: { day: ExplainedDay }) {
  const { calendars } = useWords().admin
  if (hours.length === 0) return <>{calendars.closed}</>
  const wall = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })
  return <bdi dir="ltr">{hours.map(({ open, close }) => `${wall(open)}–${wall(close)}`).join(', ')}</bdi>
}

function Why({ day: { counted, because, holiday, season } }: { day: ExplainedDay }) {
  const { calendars } = useWords().admin
  const reader = useReader()
  const name = holiday?.[reader.locale] ?? season?.[reader.locale]
  const said = counted
    ? inDigits(reader, calendars.counted(counted))
    : because === 'start'
      ? calendars.start
      : because === 'weekend'
        ? calendars.weekend
        : calendars.notCounted
  return <>{name && !(because === 'weekend') ? `${said} · ${name}` : said}</>
}
