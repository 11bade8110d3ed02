import { yes } from '#kernel'
import type { CalendarContent } from '#promises'
import { Button, Form, useReader, useWords } from '#ui'
import { AdminPage } from '../admin-page.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { asked } from '../read.ts'
import { nextVersion } from './change.ts'
import { ReasonField } from './fields.tsx'
import { findCurrent, type KeptCalendar } from './find.ts'

interface Kept extends KeptCalendar {
  /** What the calendar is without it, and what it is called. */
  without: CalendarContent
  name: { ar: string; en: string } | undefined
}

/** The holiday or the dated week that the address names; nothing when the calendar has no such thing. */
async function find(c: Admin): Promise<Kept | undefined> {
  const kept = await findCurrent(c)
  const { weeks = [], holidays = [] } = kept?.content ?? {}
  const [from, to] = [asked(c, 'from'), asked(c, 'to')]
  if (!kept || !from) return undefined
  if (asked(c, 'what') === 'holiday') {
    const holiday = holidays.find((each) => each.from === from && each.to === to)
    if (!holiday) return undefined
    return {
      ...kept,
      without: { weeks, holidays: holidays.filter((each) => each !== holiday) },
      name: holiday.name,
    }
  }
  const week = weeks.find((each) => each.from === from && (each.until ?? '') === to)
  return (
    week && { ...kept, without: { weeks: weeks.filter((each) => each !== week), holidays }, name: week.name }
  )
}

/** Takes a holiday or dated hours out of the next version; earlier versions keep them. */
export const remove = formPage<Kept>({
  find,
  values: ({ summary }) => ({ basedOn: String(summary.version) }),
  fields: { 'calendar-reason-missing': 'reason' },
  async act(form, kept, c) {
    const saved = await nextVersion(c, kept, kept.without, form)
    return saved.ok ? yes(`/admin/calendars/${kept.summary.id}?done=removed`) : saved
  },
  draw: (kept, form, c) => <Remove c={c} form={form} kept={kept} />,
})

function Remove({ c, form, kept: { summary, name } }: { c: Admin; form: Filled; kept: Kept }) {
  const { calendars } = useWords().admin
  const { locale } = useReader()
  return (
    <AdminPage
      c={c}
      place="calendars"
      above={locale === 'ar' ? summary.nameAr : summary.nameEn}
      title={calendars.removeTitle(name?.[locale] ?? calendars.weeks)}
      lead={calendars.removeHint}
      back={`/admin/calendars/${summary.id}`}
      form={form}
    >
      <div class="measure">
        <Form hidden={{ basedOn: form.text('basedOn') }}>
          <ReasonField form={form} />
          <p class="hint">{calendars.told}</p>
          <Button kind="danger">{calendars.remove}</Button>
        </Form>
      </div>
    </AdminPage>
  )
}
