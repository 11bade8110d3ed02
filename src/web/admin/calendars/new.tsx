import { no, yes } from '#kernel'
import { authorId } from '#people'
import { listCalendars, saveCalendar } from '#promises'
import { Button, Form, useWords } from '#ui'
import { AdminPage } from '../admin-page.tsx'
import { newIdOf } from '../entities/forms.ts'
import { IdField, NameFields, Text } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage, missingName } from '../form-page.ts'
import { WeekFields } from './fields.tsx'
import { weekIn } from './hours.ts'

/** A calendar that is new: its name, its time zone and its usual week. */
export const newCalendar = formPage<{ ids: string[]; timeZone: string }>({
  find: async (c) => ({
    ids: (await listCalendars(c.var.tools.db)).map(({ id }) => id),
    timeZone: (await c.var.tools.directory()).timeZone,
  }),
  values: ({ timeZone }) => ({ timeZone }),
  fields: {
    'name-missing': missingName,
    'id-taken': 'id',
    'calendar-id-malformed': 'id',
    'calendar-zone-unknown': 'timeZone',
    'calendar-week-never-open': 'day-7',
  },
  async act(form, { ids }, c) {
    const id = newIdOf(form, (wanted) => ids.includes(wanted))
    if (!id.ok) return id
    const days = weekIn(form.text)
    if (!days.ok) return days
    if (form.text('nameAr').length > 200 || form.text('nameEn').length > 200)
      return no('name-too-long', { longest: 200 })
    const saved = await saveCalendar(
      c.var.tools,
      { id: authorId(c.var.officer) },
      {
        id: id.value,
        nameAr: form.text('nameAr').trim(),
        nameEn: form.text('nameEn').trim(),
        timeZone: form.text('timeZone').trim(),
        content: { weeks: [{ days: days.value }], holidays: [] },
        basedOn: 0,
      },
    )
    return saved.ok ? yes(`/admin/calendars/${saved.value.id}?done=added`) : saved
  },
  draw: (_, form, c) => <NewCalendar c={c} form={form} />,
})

function NewCalendar({ c, form }: { c: Admin; form: Filled }) {
  const { calendars } = useWords().admin
  return (
    <AdminPage c={c} place="calendars" title={calendars.addTitle} back="/admin/calendars" form={form}>
      <div class="measure">
        <Form>
          <NameFields form={form} />
          <Text
            form={form}
            name="timeZone"
            label={calendars.zone}
            hint={calendars.zoneHint('Asia/Amman')}
            dir="ltr"
            size="medium"
            spellcheck={false}
          />
          <WeekFields form={form} />
          <IdField form={form} />
          <Button>{calendars.add}</Button>
        </Form>
      </div>
    </AdminPage>
  )
}
