import { authorId } from '#people'
import { type CalendarContent, saveCalendar } from '#promises'
import type { PostedForm } from '../../forms/index.ts'
import type { Admin } from '../form-page.ts'
import { numberIn } from '../read.ts'
import type { KeptCalendar } from './find.ts'

/** Writes the next version, based on the one that the administrator saw. */
export const nextVersion = (
  c: Admin,
  { summary, calendar }: KeptCalendar,
  content: CalendarContent,
  form: PostedForm,
) =>
  saveCalendar(
    c.var.tools,
    { id: authorId(c.var.officer) },
    {
      id: summary.id,
      nameAr: summary.nameAr,
      nameEn: summary.nameEn,
      timeZone: calendar.timeZone,
      content,
      reason: form.text('reason'),
      basedOn: numberIn(form.text('basedOn')),
    },
  )
