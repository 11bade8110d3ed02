import type { Shift } from './calendar.ts'

/** A stretch of real time, half open, in milliseconds since 1970. */
export interface Span {
  readonly from: number
  readonly to: number
}

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * Where a day's hours lie on the time line.
 *
 * A moment belongs to a shift when the clock on the wall stands within it. So an hour that the clocks
 * skip is not worked and an hour that they repeat is worked twice, whatever hour the law chose.
 *
 * @param day the date, as days since 1970-01-01
 */
export function spansOf(day: number, shifts: readonly Shift[], timeZone: string): Span[] {
  if (shifts.length === 0) return []
  const spans = offsetsAround(day, timeZone).flatMap(({ offset, from, to }) =>
    shifts.map(({ open, close }) => ({
      from: Math.max(from, day * DAY + minuteOf(open) * MINUTE - offset),
      to: Math.min(to, day * DAY + (minuteOf(close) || 1440) * MINUTE - offset),
    })),
  )
  return joined(spans.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from))
}

/** Minutes that two spans share, in milliseconds. */
export const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))

const minuteOf = (time: Temporal.PlainTime) => time.hour * 60 + time.minute

/** The stretches of one offset each that could hold any part of the date; no zone is 15 hours from UTC. */
function offsetsAround(day: number, timeZone: string): (Span & { offset: number })[] {
  const [start, end] = [day * DAY - 15 * 60 * MINUTE, (day + 1) * DAY + 15 * 60 * MINUTE]
  const stretches: (Span & { offset: number })[] = []
  let at = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone)
  for (let from = start; from < end; ) {
    const next = at.getTimeZoneTransition('next')
    const to = Math.min(next?.epochMilliseconds ?? end, end)
    stretches.push({ from, to, offset: at.offsetNanoseconds / 1e6 })
    from = to
    at = next ?? at
  }
  return stretches
}

function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const span of spans) {
    const last = whole.at(-1)
    if (last && last.to === span.from) whole[whole.length - 1] = { from: last.from, to: span.to }
    else whole.push(span)
  }
  return whole
}
