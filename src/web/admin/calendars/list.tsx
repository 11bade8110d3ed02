import { type CalendarSummary, listCalendars } from '#promises'
import { LinkButton, Table, Tag, Time, useLink, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { html } from '../../html.ts'
import { AdminPage } from '../admin-page.tsx'
import type { Admin } from '../form-page.ts'
import { Narrow } from '../narrow.tsx'
import { contentOf } from './find.ts'
import { today } from './today.ts'

interface Row extends CalendarSummary {
  /** Holidays that have not passed. */
  ahead: number
  entities: number
}

export async function listOfCalendars(c: Admin) {
  const { db, directory, clock } = c.var.tools
  const entities = (await directory()).entities('ar')
  const rows: Row[] = []
  for (const summary of await listCalendars(db)) {
    const { holidays } = await contentOf(db, summary.id)
    const now = today(clock.now(), summary.timeZone).toString()
    rows.push({
      ...summary,
      ahead: holidays.filter(({ to }) => to >= now).length,
      entities: entities.filter(({ calendarId }) => calendarId === summary.id).length,
    })
  }
  return html(c, <Calendars c={c} rows={rows} />)
}

function Calendars({ c, rows }: { c: Admin; rows: readonly Row[] }) {
  const { calendars, fields } = useWords().admin
  const reader = useReader()
  const link = useLink()
  const acts = (
    <>
      <LinkButton href={link('/admin/calendars/holiday')} icon="plus">
        {calendars.addHoliday}
      </LinkButton>
      <LinkButton href={link('/admin/calendars/new')} kind="quiet" icon="plus">
        {calendars.add}
      </LinkButton>
    </>
  )
  return (
    <AdminPage c={c} place="calendars" title={calendars.title} lead={calendars.lead} acts={acts}>
      <Table
        caption={calendars.title}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => link(`/admin/calendars/${id}`)}
        columns={[
          {
            key: 'name',
            label: calendars.name,
            header: true,
            wide: true,
            cell: ({ nameAr, nameEn }) => (reader.locale === 'ar' ? nameAr : nameEn),
          },
          { key: 'zone', label: calendars.zone, cell: ({ timeZone }) => <bdi dir="ltr">{timeZone}</bdi> },
          {
            key: 'entities',
            label: calendars.usedBy,
            number: true,
            cell: ({ entities }) => (
              <>
                <Narrow label={calendars.usedBy} />
                {formatNumber(reader, entities)}
              </>
            ),
          },
          {
            key: 'ahead',
            label: calendars.ahead,
            number: true,
            cell: ({ ahead }) => <Ahead count={ahead} />,
          },
          {
            key: 'version',
            label: fields.version,
            number: true,
            cell: (row) => (
              <>
                <Narrow label={fields.version} />
                {formatNumber(reader, row.version)}
              </>
            ),
          },
          {
            key: 'changed',
            label: calendars.changed,
            cell: ({ changedAt }) => <Time at={changedAt} as="date" />,
          },
        ]}
      />
    </AdminPage>
  )
}

function Ahead({ count }: { count: number }) {
  const { calendars } = useWords().admin
  const reader = useReader()
  if (count > 0)
    return (
      <>
        <Narrow label={calendars.ahead} />
        {formatNumber(reader, count)}
      </>
    )
  return (
    <Tag icon="alert" state="soon">
      {calendars.noHolidays}
    </Tag>
  )
}
