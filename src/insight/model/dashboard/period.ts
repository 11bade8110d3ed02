/** A month, a quarter or a year: `2026-10`, `2026-q4`, `2026`; of lists a day as well: `2026-10-14`. */
export interface Period {
  name: string
  kind: 'day' | 'month' | 'quarter' | 'year'
  from: Temporal.PlainDate
  /** The day after its last. */
  to: Temporal.PlainDate
}

const LENGTHS = {
  day: { days: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { months: 12 },
} as const satisfies Record<Period['kind'], Temporal.DurationLike>

/** Undefined for what is no month, quarter or year between 1990 and 2100. */
export function parsePeriod(name: string): Period | undefined {
  const [, year, quarter, month] = /^((?:199|20\d)\d)(?:-q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(name) ?? []
  if (!year) return undefined
  const kind = quarter ? 'quarter' : month ? 'month' : 'year'
  const first = quarter ? Number(quarter) * 3 - 2 : Number(month ?? 1)
  return periodFrom(Temporal.PlainDate.from({ year: Number(year), month: first, day: 1 }), kind)
}

/** A day of a month that there is; undefined for anything else. */
export function parseDay(name: string): Period | undefined {
  const [, month, day] = /^(\d{4}-\d\d)-(\d\d)$/.exec(name) ?? []
  const within = parsePeriod(month ?? '')
  if (!within || Number(day) < 1 || Number(day) > within.from.daysInMonth) return undefined
  return periodFrom(within.from.with({ day: Number(day) }), 'day')
}

export function periodFrom(from: Temporal.PlainDate, kind: Period['kind']): Period {
  const name = {
    day: from.toString(),
    month: from.toString().slice(0, 7),
    quarter: `${from.year}-q${Math.ceil(from.month / 3)}`,
    year: String(from.year),
  }[kind]
  return { name, kind, from, to: from.add(LENGTHS[kind]) }
}

/** The one in which a day lies. */
export function periodOf(day: Temporal.PlainDate, kind: Period['kind']): Period {
  if (kind === 'day') return periodFrom(day, kind)
  const month = kind === 'year' ? 1 : kind === 'quarter' ? Math.floor((day.month - 1) / 3) * 3 + 1 : day.month
  return periodFrom(day.with({ month, day: 1 }), kind)
}

export const before = ({ from, kind }: Period): Period => periodFrom(from.subtract(LENGTHS[kind]), kind)
