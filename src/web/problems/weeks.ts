/** A week and how many cases were received in it. */
export interface Week {
  from: Temporal.PlainDate
  count: number
  /** The week in which it was fixed. */
  fixed: boolean
}

const MOST = 26

/** The weeks from the first case, at most half a year, to now; each begins on the weekday that today is. */
export function weeksOf(
  times: readonly Temporal.Instant[],
  { now, fixedAt, zone }: { now: Temporal.Instant; fixedAt: Temporal.Instant | null; zone: string },
): Week[] {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  const last = day(now).subtract({ days: 6 })
  const weeksAgo = (at: Temporal.Instant) => {
    const days = last.until(day(at), { largestUnit: 'days' }).days
    return days >= 0 ? 0 : Math.ceil(-days / 7)
  }
  const ago = times.map(weeksAgo).filter((weeks) => weeks < MOST)
  const fixed = fixedAt ? weeksAgo(fixedAt) : undefined
  return Array.from({ length: Math.max(0, ...ago) + 1 }, (_, weeks) => ({
    from: last.subtract({ days: weeks * 7 }),
    count: ago.filter((each) => each === weeks).length,
    fixed: weeks === fixed,
  })).reverse()
}
