import type { Db } from '#platform'
import type { Period } from '../../model/dashboard/period.ts'
import type { Basis } from '../../model/indicators/evaluate.ts'
import { type Indicator, timesOf } from '../../model/indicators/indicator.ts'
import { nothing } from '../../model/roll-ups/cells.ts'
import { sumCells } from '../../store/roll-ups/cells.ts'
import { hasDurations, sumDurations } from '../../store/roll-ups/durations.ts'
import type { Key, Slice } from '../../store/roll-ups/slice.ts'
import { sumAges, sumStanding } from '../../store/roll-ups/standing.ts'

export type Filter = Omit<Slice, 'basis' | 'from' | 'to'>

/**
 * All that some indicators are computed from, for every key; without `by` one row, `all`.
 *
 * @param indicators times are read for those alone that speak of them: histograms are the dearest part
 */
export async function readBasis(
  db: Db,
  filter: Filter,
  { from, to }: Pick<Period, 'from' | 'to'>,
  by: Key | undefined,
  indicators: readonly Indicator[],
  now: Temporal.Instant,
  zone: string,
): Promise<Map<string, Basis>> {
  const always: Slice = { basis: 'happened', ...filter }
  const slice: Slice = { ...always, from, to }
  // Of a period that is not over, what stands open and late is what does now.
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const over = Temporal.PlainDate.compare(to, today) <= 0
  const notYet = over ? undefined : { now, to: to.toZonedDateTime(zone).toInstant() }
  const wanted = timesOf(indicators)
  const kept = hasDurations(slice, by)
  const [counted, standing, answers, acts, ages] = await Promise.all([
    sumCells(db, slice, by, 'month'),
    sumStanding(db, { ...always, to }, by, notYet),
    kept && wanted.has('answer') ? sumDurations(db, slice, 'answer', by) : undefined,
    kept && wanted.has('first-action') ? sumDurations(db, slice, 'first-action', by) : undefined,
    !over && wanted.has('age') ? sumAges(db, always, by, { today, zone }) : undefined,
  ])
  const found = new Map(counted.map((row) => [row.key, row]))
  return new Map(
    standing.map(({ key, open, overdue }) => [
      key,
      {
        counts: found.get(key) ?? { ...nothing() },
        standing: { open, overdue },
        praise: found.get(key)?.praise ?? 0,
        complaints: found.get(key)?.complaints ?? 0,
        durations: {
          answer: answers && (answers.get(key) ?? []),
          'first-action': acts && (acts.get(key) ?? []),
        },
        ages: ages && (ages.get(key) ?? []),
      },
    ]),
  )
}
