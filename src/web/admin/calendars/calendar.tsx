import { recountsOf } from '#cases'
import { staffNames } from '#people'
import { Columns, LinkButton, Notice, Section, Table, Time, useLink, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { html } from '../../html.ts'
import { AdminPage } from '../admin-page.tsx'
import type { Admin } from '../form-page.ts'
import { asked, dateIn, numberIn } from '../read.ts'
import { Explained } from './explained.tsx'
import { findCalendar, type KeptCalendar } from './find.ts'
import { Holidays } from './holidays.tsx'
import { Month } from './month.tsx'
import { Moved, type Recounts } from './moved.tsx'
import { monthIn, today } from './today.ts'
import { Weeks } from './weeks.tsx'

export async function showCalendar(c: Admin) {
  const kept = await findCalendar(c)
  if (!kept) return c.notFound()
  const by = kept.versions.flatMap(({ createdBy }) => createdBy ?? [])
  const recounts = await recountsOf(c.var.tools, kept.summary.id)
  const names = await staffNames(c.var.tools.db, by)
  return html(c, <CalendarPage c={c} kept={kept} names={names} recounts={recounts} />)
}

interface CalendarPageProps {
  c: Admin
  kept: KeptCalendar
  names: ReadonlyMap<string, string>
  recounts: Recounts
}

function CalendarPage({ c, kept, names, recounts }: CalendarPageProps) {
  const { calendars } = useWords().admin
  const { locale } = useReader()
  const link = useLink()
  const { summary, shown, calendar } = kept
  const name = locale === 'ar' ? summary.nameAr : summary.nameEn
  const current = shown.version === summary.version
  const now = today(c.var.tools.clock.now(), calendar.timeZone)
  const here = `/admin/calendars/${summary.id}?${current ? '' : `version=${shown.version}&`}`
  return (
    <AdminPage
      c={c}
      place="calendars"
      above={<bdi dir="ltr">{calendar.timeZone}</bdi>}
      title={name}
      back="/admin/calendars"
      acts={current && <Acts id={summary.id} />}
    >
      {!current && (
        <Notice kind="warning" title={calendars.seeing(shown.version)}>
          <a href={link(`/admin/calendars/${summary.id}`)}>{calendars.seeNow}</a>
        </Notice>
      )}
      <Columns aside={<Weeks kept={kept} editable={current} />}>
        <Month
          calendar={calendar}
          name={name}
          month={monthIn(asked(c, 'month'), now)}
          today={now}
          here={here}
        />
        <Holidays kept={kept} today={now} editable={current} />
        <Explained
          kept={kept}
          from={dateIn(asked(c, 'from')) ?? now}
          days={numberIn(asked(c, 'days'))}
          asked={asked(c, 'days') !== ''}
        />
        <Moved recounts={recounts} directory={kept.directory} />
        <Versions kept={kept} names={names} />
      </Columns>
    </AdminPage>
  )
}

function Acts({ id }: { id: string }) {
  const { calendars } = useWords().admin
  const link = useLink()
  return (
    <>
      <LinkButton href={link(`/admin/calendars/holiday?calendar=${id}`)} icon="plus">
        {calendars.addHoliday}
      </LinkButton>
      <LinkButton href={link(`/admin/calendars/${id}/season`)} kind="quiet">
        {calendars.addSeason}
      </LinkButton>
      <LinkButton href={link(`/admin/calendars/${id}/hours`)} kind="quiet">
        {calendars.changeHours}
      </LinkButton>
    </>
  )
}

function Versions({ kept: { versions, summary }, names }: Pick<CalendarPageProps, 'kept' | 'names'>) {
  const { calendars, fields } = useWords().admin
  const reader = useReader()
  const link = useLink()
  return (
    <Section title={calendars.history} id="versions">
      <Table
        caption={calendars.history}
        rows={versions}
        rowKey={({ version }) => String(version)}
        rowHref={({ version }) => link(`/admin/calendars/${summary.id}?version=${version}`)}
        columns={[
          {
            key: 'version',
            label: fields.version,
            header: true,
            cell: ({ version }) => `${fields.version} ${formatNumber(reader, version)}`,
          },
          { key: 'reason', label: fields.reason, wide: true, cell: ({ reason }) => reason ?? '–' },
          {
            key: 'who',
            label: fields.who,
            cell: ({ createdBy }) => (createdBy && names.get(createdBy)) ?? fields.itself,
          },
          { key: 'when', label: fields.when, cell: ({ createdAt }) => <Time at={createdAt} as="date" /> },
        ]}
      />
    </Section>
  )
}
