import type { Weekday } from '#promises'
import { Facts, Section, Time, useLink, useReader, useWords } from '#ui'
import type { KeptCalendar } from './find.ts'
import { alike, type WrittenWeek } from './hours.ts'

/** The usual week, seasons and dated changes, the usual one first. */
export function Weeks({ kept, editable }: { kept: KeptCalendar; editable: boolean }) {
  const { calendars } = useWords().admin
  const weeks = kept.content.weeks.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  return (
    <Section title={calendars.weeks}>
      {weeks.map((week) => (
        <div key={`${week.from}${week.until}`} class="week">
          <h3>
            <WeekName week={week} />
          </h3>
          <Facts
            facts={alike(week.days).map((group) => ({ name: useDays(group), value: useHours(group) }))}
          />
          {editable && (week.from || week.until) && <RemoveWeek id={kept.summary.id} week={week} />}
        </div>
      ))}
    </Section>
  )
}

function WeekName({ week: { name, from, until } }: { week: WrittenWeek }) {
  const { calendars, fields } = useWords().admin
  const { locale } = useReader()
  const [first, last] = [from && Temporal.PlainDate.from(from), until && Temporal.PlainDate.from(until)]
  return (
    <>
      {name?.[locale] ?? (first ? calendars.changeHours : calendars.usual)}
      {first && (
        <small>
          {' '}
          · {fields.from} <Time at={first} as="date" />
        </small>
      )}
      {last && (
        <small>
          {' '}
          {fields.to} <Time at={last} as="date" />
        </small>
      )}
    </>
  )
}

function useDays({ from, to }: { from: Weekday; to: Weekday }): string {
  const { weekdays } = useWords().admin.calendars
  return from === to ? weekdays[from] : `${weekdays[from]} – ${weekdays[to]}`
}

function useHours({ hours }: { hours: string }) {
  const { calendars } = useWords().admin
  return hours ? <bdi dir="ltr">{hours.replaceAll('-', '–')}</bdi> : calendars.weekend
}

function RemoveWeek({ id, week: { from = '', until = '' } }: { id: string; week: WrittenWeek }) {
  const { calendars } = useWords().admin
  const link = useLink()
  const query = new URLSearchParams({ what: 'week', from, to: until })
  return (
    <p>
      <a class="target" href={link(`/admin/calendars/${id}/remove?${query}`)}>
        {calendars.removeWeek}
      </a>
    </p>
  )
}
