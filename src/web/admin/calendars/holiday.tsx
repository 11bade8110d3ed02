import { no, yes } from '#kernel'
import { authorId } from '#people'
import { addHoliday, type CalendarSummary, listCalendars } from '#promises'
import { Button, Form, useReader, useWords } from '#ui'
import { AdminPage } from '../admin-page.tsx'
import { AnyOf, DateField, NameFields, Text } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage, missingName } from '../form-page.ts'
import { asked, dateIn } from '../read.ts'
import { ReasonField } from './fields.tsx'
import { hoursIn } from './hours.ts'

/** An announced holiday, in several calendars at once: all of them or none. */
export const holiday = formPage<CalendarSummary[]>({
  find: (c) => listCalendars(c.var.tools.db),
  values: (calendars, c) => {
    const one = asked(c, 'calendar')
    return { calendars: calendars.map(({ id }) => id).filter((id) => !one || id === one) }
  },
  fields: {
    'name-missing': missingName,
    'calendar-none-chosen': 'calendars',
    'calendar-unknown': 'calendars',
    'holiday-already-there': 'from',
    'calendar-dates-reversed': 'to',
    'calendar-holiday-too-long': 'to',
    'calendar-reason-missing': 'reason',
  },
  async act(form, _, c) {
    const name = {
      ar: form.text('nameAr').trim().slice(0, 120),
      en: form.text('nameEn').trim().slice(0, 120),
    }
    if (!name.ar || !name.en) return no('name-missing')
    const from = dateIn(form.text('from'))?.toString()
    if (!from) return no(form.text('from') ? 'date-malformed' : 'date-missing', { field: 'from' })
    const to = form.text('to').trim() ? dateIn(form.text('to'))?.toString() : from
    if (!to) return no('date-malformed', { field: 'to' })
    const hours = hoursIn(form.text('hours'))
    if (!hours.ok) return no(hours.reason, { field: 'hours' })
    const chosen = form.texts('calendars')
    if (chosen.length === 0) return no('calendar-none-chosen')
    const short = hours.value.length > 0 && { hours: hours.value }
    const announced = {
      calendars: chosen,
      holiday: { from, to, name, ...short },
      reason: form.text('reason'),
    }
    const added = await addHoliday(c.var.tools, { id: authorId(c.var.officer) }, announced)
    if (!added.ok) return added
    const [only] = chosen
    return yes(chosen.length === 1 ? `/admin/calendars/${only}?done=added` : '/admin/calendars?done=added')
  },
  draw: (calendars, form, c) => <AddHoliday c={c} form={form} calendars={calendars} />,
})

interface AddHolidayProps {
  c: Admin
  form: Filled
  calendars: readonly CalendarSummary[]
}

function AddHoliday({ c, form, calendars }: AddHolidayProps) {
  const { calendars: said, fields } = useWords().admin
  const { locale } = useReader()
  const choices = calendars.map(({ id, nameAr, nameEn }) => ({
    value: id,
    label: locale === 'ar' ? nameAr : nameEn,
  }))
  return (
    <AdminPage
      c={c}
      place="calendars"
      title={said.addHoliday}
      lead={said.told}
      back="/admin/calendars"
      form={form}
    >
      <div class="measure">
        <Form>
          <NameFields form={form} hint={said.nameHint} />
          <div class="side-by-side">
            <DateField form={form} name="from" label={fields.from} />
            <DateField form={form} name="to" label={fields.to} hint={said.toHint} optional />
          </div>
          <Text
            form={form}
            name="hours"
            label={said.shortHours}
            hint={said.shortHoursHint}
            optional
            dir="ltr"
            size="medium"
          />
          <AnyOf form={form} name="calendars" label={said.calendars} choices={choices} />
          <ReasonField form={form} />
          <Button>{said.addHoliday}</Button>
        </Form>
      </div>
    </AdminPage>
  )
}
