import type { Calendar, Weekday } from '#promises'
import { Icon, useLink, useReader, useWords } from '#ui'
import { formatDate, formatNumber } from '#words'
import { WEEKDAYS } from './hours.ts'
import { dayNumberOf } from './today.ts'

interface MonthProps {
  calendar: Calendar
  name: string
  month: Temporal.PlainYearMonth
  today: Temporal.PlainDate
  /** The page's address without the month. */
  here: string
}

/** A month as a table, from Sunday on: which days are worked, until when, and why the others are not. */
export function Month({ calendar, name, month, today, here }: MonthProps) {
  const { calendars } = useWords().admin
  const reader = useReader()
  // The language names the month: the 1st without its day.
  const title = formatDate(reader, month.toPlainDate({ day: 1 })).replace(/^\S+\s/, '')
  return (
    <section class="month" aria-label={calendars.monthOf(name, title)}>
      <MonthHead title={title} month={month} here={here} />
      <table>
        <caption class="unseen">{calendars.monthOf(name, title)}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col">
                <abbr title={calendars.weekdays[weekday]}>{calendars.weekdays[weekday]}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find(Boolean)?.toString()}>
              {week.map((date, index) =>
                date ? (
                  <DayCell key={date.day} calendar={calendar} date={date} today={today} />
                ) : (
                  <td key={WEEKDAYS[index]} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MonthHead({ title, month, here }: Pick<MonthProps, 'month' | 'here'> & { title: string }) {
  const { calendars } = useWords().admin
  const link = useLink()
  const to = (other: Temporal.PlainYearMonth) => link(`${here}month=${other}#month`)
  return (
    <div class="month-head" id="month">
      <h2>{title}</h2>
      <nav aria-label={calendars.months}>
        <a class="button quiet compact" href={to(month.subtract({ months: 1 }))}>
          <Icon name="arrow" back />
          {calendars.before}
        </a>
        <a class="button quiet compact" href={to(month.add({ months: 1 }))}>
          {calendars.after}
          <Icon name="arrow" />
        </a>
      </nav>
    </div>
  )
}

function DayCell({
  calendar,
  date,
  today,
}: Pick<MonthProps, 'calendar' | 'today'> & { date: Temporal.PlainDate }) {
  const { calendars } = useWords().admin
  const reader = useReader()
  const day = calendar.day(dayNumberOf(date))
  const works = day.open.length > 0
  const kind = works ? (day.holiday || day.season ? 'short' : 'works') : day.holiday ? 'holiday' : 'weekend'
  const why = day.holiday?.name[reader.locale] ?? (works ? day.season?.[reader.locale] : calendars.weekend)
  return (
    <td class={`day ${kind}`} aria-current={date.equals(today) ? 'date' : undefined}>
      <span class="day-number">{formatNumber(reader, date.day)}</span>
      {works && <Hours calendar={calendar} open={day.open} />}
      {why && <span class="day-why">{why}</span>}
    </td>
  )
}

function Hours({ calendar, open }: { calendar: Calendar; open: readonly { from: number; to: number }[] }) {
  const wall = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(calendar.timeZone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' })
  return (
    <bdi class="day-hours" dir="ltr">
      {open.map(({ from, to }) => `${wall(from)}–${wall(to)}`).join(' ')}
    </bdi>
  )
}

/** The month in rows of seven, empty before its first and after its last day. */
function weeksOf(month: Temporal.PlainYearMonth): (Temporal.PlainDate | undefined)[][] {
  const first = month.toPlainDate({ day: 1 })
  const before = WEEKDAYS.indexOf(first.dayOfWeek as Weekday)
  const cells: (Temporal.PlainDate | undefined)[] = [
    ...Array<undefined>(before).fill(undefined),
    ...Array.from({ length: month.daysInMonth }, (_, index) => first.add({ days: index })),
  ]
  while (cells.length % 7 > 0) cells.push(undefined)
  return Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7))
}
