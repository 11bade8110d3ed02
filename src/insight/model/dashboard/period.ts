/** A month, a quarter or a year: `2026-10`, `2026-q4`, `2026`. */
export interface Period {
  name: string
  kind: 'month' | 'quarter' | 'year'
  from: Temporal.PlainDate
  /** The day after its last. */
  to: Temporal.PlainDate
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

/** Undefined for what is no period between 1990 and 2100. */
export function parsePeriod(name: string): Period | undefined {
  const [, year, quarter, month] = /^((?:199|20\d)\d)(?:-q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(name) ?? []
  if (!year) return undefined
  const kind = quarter ? 'quarter' : month ? 'month' : 'year'
  const first = quarter ? Number(quarter) * 3 - 2 : Number(month ?? 1)
  return periodFrom(Temporal.PlainDate.from({ year: Number(year), month: first, day: 1 }), kind)
}

export function periodFrom(from: Temporal.PlainDate, kind: Period['kind']): Period {
  const name = {
    month: from.toString().slice(0, 7),
    quarter: `${from.year}-q${Math.ceil(from.month / 3)}`,
    year: String(from.year),
  }[kind]
  return { name, kind, from, to: from.add({ months: MONTHS[kind] }) }
}

/** The one in which a day lies. */
export const periodOf = (day: Temporal.PlainDate, kind: Period['kind']): Period => {
  const month = kind === 'year' ? 1 : kind === 'quarter' ? Math.floor((day.month - 1) / 3) * 3 + 1 : day.month
  return periodFrom(day.with({ month, day: 1 }), kind)
}

export const before = ({ from, kind }: Period): Period =>
  periodFrom(from.subtract({ months: MONTHS[kind] }), kind)
