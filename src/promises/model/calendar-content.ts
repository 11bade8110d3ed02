import { z } from 'zod'

/** How a calendar is written down, in `calendar_versions.content` and in the administrator's form. */
export type CalendarContent = z.input<typeof calendarContent>
export type HolidayContent = z.input<typeof holidayContent>

const date = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDate(text))
const opens = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** 24:00 closes at the midnight that ends the day; 00:00 would read as the one that begins it. */
const closes = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
const shifts = z.array(z.tuple([opens, closes])).max(6)
const names = z.strictObject({ ar: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) })

const week = z.strictObject({
  from: date.optional(),
  until: date.optional(),
  name: names.optional(),
  days: z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), shifts),
})

export const holidayContent = z.strictObject({
  from: date,
  to: date,
  name: names,
  hours: shifts.min(1).optional(),
})

export const calendarContent = z.strictObject({
  weeks: z.array(week).min(1).max(200),
  holidays: z.array(holidayContent).max(2000),
})

function isDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}
