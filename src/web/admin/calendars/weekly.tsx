import { no, yes } from '#kernel'
import { Button, Form, useReader, useWords } from '#ui'
import { AdminPage } from '../admin-page.tsx'
import { DateField } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { dateIn } from '../read.ts'
import { nextVersion } from './change.ts'
import { ReasonField, WeekFields } from './fields.tsx'
import { findCurrent, type KeptCalendar } from './find.ts'
import { type WrittenWeek, weekIn, weekValues } from './hours.ts'

/** The week that holds from the latest date on, seasons aside. */
const latestWeek = ({ content }: KeptCalendar): WrittenWeek | undefined =>
  content.weeks
    .filter(({ until }) => !until)
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
    .at(-1)

/** The week changes from a date on: a new weekend, other hours. Days before it keep theirs. */
export const weekly = formPage<KeptCalendar>({
  find: findCurrent,
  values: (kept) => ({ basedOn: String(kept.summary.version), ...weekValues(latestWeek(kept)?.days) }),
  fields: { 'calendar-reason-missing': 'reason', 'calendar-week-never-open': 'day-7' },
  async act(form, kept, c) {
    const from = dateIn(form.text('from'))?.toString()
    if (!from) return no(form.text('from') ? 'date-malformed' : 'date-missing', { field: 'from' })
    const days = weekIn(form.text)
    if (!days.ok) return days
    // Another change from the same date is a correction of it.
    const others = kept.content.weeks.filter((week) => week.from !== from || week.until)
    const weeks = [...others, { from, days: days.value }]
    const saved = await nextVersion(c, kept, { ...kept.content, weeks }, form)
    return saved.ok ? yes(`/admin/calendars/${kept.summary.id}?done=saved`) : saved
  },
  draw: (kept, form, c) => <Weekly c={c} form={form} kept={kept} />,
})

function Weekly({ c, form, kept: { summary } }: { c: Admin; form: Filled; kept: KeptCalendar }) {
  const { calendars } = useWords().admin
  const { locale } = useReader()
  return (
    <AdminPage
      c={c}
      place="calendars"
      above={locale === 'ar' ? summary.nameAr : summary.nameEn}
      title={calendars.changeHours}
      back={`/admin/calendars/${summary.id}`}
      form={form}
    >
      <div class="measure">
        <Form hidden={{ basedOn: form.text('basedOn') }}>
          <DateField form={form} name="from" label={calendars.hoursFrom} hint={calendars.hoursFromHint} />
          <WeekFields form={form} />
          <ReasonField form={form} />
          <p class="hint">{calendars.told}</p>
          <Button>{calendars.changeHours}</Button>
        </Form>
      </div>
    </AdminPage>
  )
}
