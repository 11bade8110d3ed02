import type { Db } from '#platform'
import type { Period } from '../../model/dashboard/period.ts'
import type { Basis } from '../../model/indicators/evaluate.ts'
import { nothing } from '../../model/roll-ups/cells.ts'
import * as cells from '../../store/roll-ups/cells.ts'

export type Filter = Omit<cells.Slice, 'basis' | 'from' | 'to'>

/** All that indicators are computed from, for every key; without `by` one row, `all`. */
export async function readBasis(
  db: Db,
  filter: Filter,
  { from, to }: Pick<Period, 'from' | 'to'>,
  by: cells.Key | undefined,
  now: Temporal.Instant,
  zone: string,
): Promise<Map<string, Basis>> {
  const slice: cells.Slice = { basis: 'happened', ...filter, from, to }
  const until: cells.Slice = { basis: 'happened', ...filter, to }
  // Of a period that is not over, what stands open and late is what does now.
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const over = Temporal.PlainDate.compare(to, today) <= 0
  const always: cells.Slice = { basis: 'happened', ...filter }
  const kept = cells.hasDurations(slice, by)
  const [counted, standing, late, praise, answers, acts, ages] = await Promise.all([
    cells.sumCells(db, slice, by, 'month'),
    cells.sumStanding(db, until, by),
    over ? undefined : cells.sumOverdue(db, always, by, now),
    mayBePraise(filter) ? cells.sumCells(db, { ...slice, type: ['praise'] }, by, 'month') : [],
    kept ? cells.sumDurations(db, slice, 'answer', by) : undefined,
    kept ? cells.sumDurations(db, slice, 'first-action', by) : undefined,
    over ? undefined : cells.sumAges(db, always, by, now),
  ])
  const found = new Map(counted.map((row) => [row.key, row]))
  const [lateBy, praiseBy] = [byKey(late ?? []), byKey(praise)]
  const [answersBy, actsBy, agesBy] = [barsOf(answers), barsOf(acts), barsOf(ages)]
  return new Map(
    standing.map((row) => [
      row.key,
      {
        counts: found.get(row.key) ?? { ...nothing() },
        standing: {
          open: row.received - row.closed,
          overdue: late ? (lateBy.get(row.key)?.n ?? 0) : row.fellDue - row.closedLate,
        },
        praise: praiseBy.get(row.key)?.received ?? 0,
        complaints: found.get(row.key)?.complaints ?? 0,
        durations: {
          answer: answersBy && (answersBy.get(row.key) ?? []),
          'first-action': actsBy && (actsBy.get(row.key) ?? []),
        },
        ages: agesBy && (agesBy.get(row.key) ?? []),
      },
    ]),
  )
}

const mayBePraise = ({ type }: Filter): boolean => !type || type.includes('praise')

const byKey = <Row extends { key: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.key, row]))

const barsOf = (bins: cells.Bin[] | undefined) => bins && Map.groupBy(bins, ({ key }) => key)
