import type { MoreFacts } from '#messages'
import type { PublicProblem } from '#problems'
import type { Period } from '../dashboard/period.ts'
import { FEW } from './compare.ts'

/**
 * What recurs and is announced, unless it began after the period, and what was fixed in it or proven to hold; of the
 * entities in sight.
 */
export function newsOf(
  problems: readonly PublicProblem[],
  { from, to }: Period,
  zone: string,
  inSight: readonly string[] | undefined,
): Pick<MoreFacts, 'known' | 'fixed' | 'held'> {
  const own = problems.filter(({ entity }) => !inSight || (entity && inSight.includes(entity)))
  const dayOf = (at: Temporal.Instant | null) => at?.toZonedDateTimeISO(zone).toPlainDate()
  const isAfter = (at: Temporal.Instant | null) => Temporal.PlainDate.compare(dayOf(at) ?? from, to) >= 0
  const within = (at: Temporal.Instant | null) => {
    const day = dayOf(at)
    return day && Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) < 0
  }
  return {
    known: own
      .filter(({ announced, openedAt }) => announced && !isAfter(openedAt))
      .toSorted((one, other) => other.cases - one.cases)
      .slice(0, FEW)
      .map(({ title: name, cases }) => ({ name, cases })),
    fixed: own
      .filter(({ fixedAt }) => within(fixedAt))
      .slice(0, FEW)
      .map(({ title: name, told }) => ({ name, told })),
    held: own
      .filter(({ state, judgedAt }) => state === 'held' && within(judgedAt))
      .slice(0, FEW)
      .map(({ title }) => title),
  }
}
