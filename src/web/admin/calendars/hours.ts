import { no, type Result, westernDigits, yes } from '#kernel'
import type { CalendarContent, Weekday } from '#promises'

export type WrittenWeek = CalendarContent['weeks'][number]
export type WrittenHours = NonNullable<WrittenWeek['days']['1']>

/** In the order of the week in the countries that use Sawt. */
export const WEEKDAYS = [7, 1, 2, 3, 4, 5, 6] as const satisfies readonly Weekday[]

export type HoursRefusal = 'hours-malformed' | 'calendar-hours-reversed' | 'calendar-hours-overlap'

/** Hours as an administrator types them, `07:00-14:15, 16:00-19:00`, in any digits; nothing is a day off. */
export function hoursIn(text: string): Result<WrittenHours, HoursRefusal> {
  const stretches = westernDigits(text)
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .split(/[,،;؛]|\sو\s?/)
    .map((part) => part.trim())
    .filter(Boolean)
  const hours: WrittenHours = []
  for (const stretch of stretches) {
    const [, open = '', close = ''] = STRETCH.exec(stretch) ?? []
    if (!open) return no('hours-malformed')
    hours.push([padded(open), padded(close)])
  }
  hours.sort(([a], [b]) => (a < b ? -1 : 1))
  if (hours.some(([open, close]) => close <= open)) return no('calendar-hours-reversed')
  if (hours.some(([open], index) => index > 0 && open < (hours[index - 1]?.[1] ?? '')))
    return no('calendar-hours-overlap')
  return yes(hours)
}

const TIME = '((?:[01]?\\d|2[0-3]):[0-5]\\d|24:00)'
const STRETCH = new RegExp(`^${TIME}\\s*(?:[-–—]|إلى|to)\\s*${TIME}$`)

const padded = (time: string) => time.padStart(5, '0')

/** The same hours as text, for a form. */
export const hoursText = (hours: readonly (readonly [string, string])[] = []): string =>
  hours.map(([open, close]) => `${open}-${close}`).join(', ')

/** The hours of a whole week from its seven fields, or the first field that cannot be read. */
export function weekIn(text: (name: string) => string): Result<WrittenWeek['days'], HoursRefusal> {
  const days: WrittenWeek['days'] = {}
  for (const weekday of WEEKDAYS) {
    const hours = hoursIn(text(`day-${weekday}`))
    if (!hours.ok) return no(hours.reason, { field: `day-${weekday}` })
    if (hours.value.length > 0) days[`${weekday}`] = hours.value
  }
  return yes(days)
}

/** What stands in the seven fields. */
export const weekValues = (days: WrittenWeek['days'] = {}): Record<string, string> =>
  Object.fromEntries(WEEKDAYS.map((weekday) => [`day-${weekday}`, hoursText(days[`${weekday}`])]))

/** Weekdays with the same hours, together and in order: Sunday to Thursday, then the rest. */
export function alike(days: WrittenWeek['days']): { from: Weekday; to: Weekday; hours: string }[] {
  const groups: { from: Weekday; to: Weekday; hours: string }[] = []
  for (const weekday of WEEKDAYS) {
    const hours = hoursText(days[`${weekday}`])
    const last = groups.at(-1)
    if (last?.hours === hours) last.to = weekday
    else groups.push({ from: weekday, to: weekday, hours })
  }
  return groups
}
