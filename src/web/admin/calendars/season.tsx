import { no, yes } from '#kernel'
import { Button, Form, useReader, useWords } from '#ui'
import { AdminPage } from '../admin-page.tsx'
import { DateField, NameFields } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage, missingName } from '../form-page.ts'
import { dateIn } from '../read.ts'
import { nextVersion } from './change.ts'
import { ReasonField, WeekFields } from './fields.tsx'
import { findCurrent, type KeptCalendar } from './find.ts'
import { weekIn, weekValues } from './hours.ts'

/** Hours that hold between two dates, such as Ramadan's. */
export const season = formPage<KeptCalendar>({
  find: findCurrent,
  values: ({ summary, content }) => ({
    basedOn: String(summary.version),
    ...weekValues(content.weeks.find(({ from, until }) => !from && !until)?.days),
  }),
  fields: {
    'name-missing': missingName,
    'calendar-dates-reversed': 'until',
    'calendar-reason-missing': 'reason',
    'calendar-week-never-open': 'day-7',
  },
  async act(form, kept, c) {
    const [ar, en] = [form.text('nameAr').trim(), form.text('nameEn').trim()]
    if (!ar || !en) return no('name-missing')
    for (const field of ['from', 'until'])
      if (!dateIn(form.text(field)))
        return no(form.text(field) ? 'date-malformed' : 'date-missing', { field })
    const days = weekIn(form.text)
    if (!days.ok) return days
    const [from, until] = [dateIn(form.text('from'))?.toString(), dateIn(form.text('until'))?.toString()]
    const week = { from, until, name: { ar: ar.slice(0, 120), en: en.slice(0, 120) }, days: days.value }
    const saved = await nextVersion(c, kept, { ...kept.content, weeks: [...kept.content.weeks, week] }, form)
    return saved.ok ? yes(`/admin/calendars/${kept.summary.id}?done=added`) : saved
  },
  draw: (kept, form, c) => <Season c={c} form={form} kept={kept} />,
})

function Season({ c, form, kept: { summary } }: { c: Admin; form: Filled; kept: KeptCalendar }) {
  const { calendars, fields } = useWords().admin
  const { locale } = useReader()
  return (
    <AdminPage
      c={c}
      place="calendars"
      above={locale === 'ar' ? summary.nameAr : summary.nameEn}
      title={calendars.addSeason}
      lead={calendars.seasonHint}
      back={`/admin/calendars/${summary.id}`}
      form={form}
    >
      <div class="measure">
        <Form hidden={{ basedOn: form.text('basedOn') }}>
          <NameFields form={form} />
          <div class="side-by-side">
            <DateField form={form} name="from" label={fields.from} />
            <DateField form={form} name="until" label={fields.to} />
          </div>
          <WeekFields form={form} />
          <ReasonField form={form} />
          <p class="hint">{calendars.told}</p>
          <Button>{calendars.addSeason}</Button>
        </Form>
      </div>
    </AdminPage>
  )
}
