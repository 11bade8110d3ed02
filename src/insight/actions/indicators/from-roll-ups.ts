import type { Db } from '#platform'
import type { IndicatorsQuery } from '../../model/indicators/query.ts'
import { between, type Standing } from '../../model/roll-ups/percentile.ts'
import { type Chosen, type Counted, hoursAt, overdueAt } from '../../store/indicators/exact.ts'
import { type Summed, sumCells } from '../../store/roll-ups/cells.ts'
import { hasDurations, sumDurations } from '../../store/roll-ups/durations.ts'
import type { Key, Slice } from '../../store/roll-ups/slice.ts'

type Asked = IndicatorsQuery & { asOf: Temporal.Instant }

/** Whole months, as things stand now, and no more dimensions than one cube keeps. */
export function answersFromRollUps({ by, ...query }: Asked, now: Temporal.Instant, zone: string): boolean {
  const whole = [query.from, query.to].every((at) => !at || beginsMonth(at, zone))
  return whole && Temporal.Instant.compare(query.asOf, now) >= 0 && hasDurations(sliceOf(query, zone), by)
}

/** The same figures as `countCases`, whatever the number of cases. */
export async function countFromRollUps(
  db: Db,
  { by, asOf, ...query }: Asked,
  zone: string,
): Promise<Counted[]> {
  const slice = sliceOf(query, zone)
  const found = (await sumCells(db, slice, by, 'month')).filter(
    ({ key, received }) => key === 'all' || received > 0,
  )
  const overdue = new Map((await overdueAt(db, query, by, asOf, zone)).map(({ key, n }) => [key, n]))
  const hours = await percentiles(db, query, slice, by, zone)
  return found.map((each) => ({
    ...ofReceived(each),
    overdue: overdue.get(each.key) ?? 0,
    medianHours: hours(each.key, 0.5),
    p90Hours: hours(each.key, 0.9),
  }))
}

const ofReceived = (each: Summed) => ({
  key: each.key,
  received: each.received,
  answered: each.answered,
  closed: each.closed,
  open: each.stillOpen,
  onTime: each.onTime,
  refused: each.refused,
  withdrawn: each.withdrawn,
  unanswered: each.unanswered,
  merged: each.merged,
  complaints: each.complaints,
  recurring: each.recurring,
  bounced: each.bounced,
  returned: each.returned,
  reopened: each.reopened,
  rated: each.rated,
  meanSolved: mean(each.solvedSum, each.rated),
  meanRespect: mean(each.respectSum, each.rated),
})

/** Percentiles to two decimals: the histograms say in which bin to look, and those few cases say exactly. */
async function percentiles(
  db: Db,
  query: Chosen,
  slice: Slice,
  by: Exclude<Key, 'governorate'> | undefined,
  zone: string,
) {
  const bins = await sumDurations(db, slice, 'answer', by)
  const found = [...bins].flatMap(([key, bars]) =>
    [0.5, 0.9].flatMap((share) => {
      const place = between(bars, share)
      return place ? [{ key, share, ...place }] : []
    }),
  )
  const wanted = found.flatMap(({ key, lower, upper }) => [
    { key, ...lower },
    { key, ...upper },
  ])
  const ranked = wanted.length > 0 ? await hoursAt(db, query, by, zone, wanted) : []
  const known = new Map(ranked.map(({ hours, ...at }) => [nameOf(at.key, at), hours]))
  return (key: string, share: number): number | null => {
    const at = found.find((each) => each.key === key && each.share === share)
    if (!at) return null
    const [lower, upper] = [known.get(nameOf(key, at.lower)), known.get(nameOf(key, at.upper))]
    return lower === undefined || upper === undefined ? null : rounded(lower + at.part * (upper - lower))
  }
}

const nameOf = (key: string, { bin, rank }: Standing): string => `${key}\t${bin}\t${rank}`

const sliceOf = ({ from, to, ...query }: Chosen, zone: string): Slice => ({
  basis: 'received',
  ...(from && { from: from.toZonedDateTimeISO(zone).toPlainDate() }),
  ...(to && { to: to.toZonedDateTimeISO(zone).toPlainDate() }),
  ...(query.entity !== undefined && { entity: [query.entity] }),
  ...(query.category !== undefined && { category: [query.category] }),
  ...(query.type !== undefined && { type: [query.type] }),
  ...(query.channel !== undefined && { channel: [query.channel] }),
  ...(query.source !== undefined && { source: [query.source] }),
})

function beginsMonth(at: Temporal.Instant, zone: string): boolean {
  const local = at.toZonedDateTimeISO(zone)
  return local.day === 1 && local.equals(local.startOfDay())
}

const mean = (sum: number, n: number): number | null => (n > 0 ? rounded(sum / n) : null)

/** Half a hundredth and more goes up, as PostgreSQL rounds what is not negative. */
const rounded = (value: number): number => Math.round(Number((value * 100).toFixed(6))) / 100
