import { type Db, empty, sql } from '#platform'
import type { Lasted } from '../../model/roll-ups/cells.ts'
import {
  CUBES,
  type Cube,
  type Dimension,
  type LongCube,
  type LongSpan,
  longCubeFor,
  longName,
  longSpanOf,
  WITH_HISTOGRAMS,
} from '../../model/roll-ups/cubes.ts'
import { asHistogram, type Bar } from '../../model/roll-ups/percentile.ts'
import { dimensionNames } from './columns.ts'
import {
  asked,
  byGovernorate,
  cubeOf,
  joined,
  type Key,
  keyed,
  literal,
  ofGeneration,
  type Slice,
  within,
} from './slice.ts'

/** How many took how long, of every key. */
export type Histograms = Map<string, Bar[]>

/** Months in [from, to). */
export const sumDurations = async (
  db: Db,
  slice: Slice,
  what: Lasted,
  by: Key | undefined,
): Promise<Histograms> => {
  const histogram = histogramFor(slice, by)
  // A long one has few rows of one bin: adding them up here is cheaper than PostgreSQL's grouping (12 ms, not 24).
  const summed = isLong(histogram) ? sql`n` : sql`sum(n)::int as n`
  const grouped = isLong(histogram) ? empty : sql`group by 1, 2`
  return spread(
    await db.rows<Histogram>(sql`
      select key, ${BARS}
        from (select ${keyed(by)} as key, bin, ${summed}
                from (select month as day, ${dimensionNames}, bin, n from rollup_durations
                       where ${ofGeneration} and cube = ${literal(histogram)} and what = ${literal(what)}
                         and basis = ${literal(slice.basis)} and ${within(slice, sql`month`)}
                      union all
                      select month as day, ${dimensionNames}, bin, n from rollup_duration_deltas
                       where ${ofGeneration} and what = ${literal(what)}
                         and basis = ${literal(slice.basis)} and ${within(slice, sql`month`)}) each${joined(by)}
               ${grouped}) bins
       group by 1`),
  )
}

/** The bins of a key as two lists, `{12,13}` and `{3,1}`: as rows they took longer to read than to add up. */
export interface Histogram {
  key: string
  bins: string
  ns: string
}

/** In no order: PostgreSQL's sorting of twenty thousand bins took as long as reading them. */
export const BARS = sql`array_agg(bin)::text as bins, array_agg(n)::text as ns`

export const spread = (rows: readonly Histogram[]): Histograms =>
  new Map(
    rows
      .map(({ key, bins, ns }) => {
        const counts = numbersIn(ns)
        return [key, asHistogram(numbersIn(bins).map((bin, at) => ({ bin, n: counts[at] ?? 0 })))] as const
      })
      .filter(([, bars]) => bars.length > 0),
  )

const numbersIn = (list: string): number[] => JSON.parse(`[${list.slice(1, -1)}]`)

/** Those of all types have histograms of their own, by the longest span that fits. */
function histogramFor(slice: Slice, by: Key | undefined): Cube | `${LongCube}-${LongSpan}` {
  const kept = slice.basis === 'happened'
  const long = kept && longCubeFor(asked(slice, by), byGovernorate(slice, by))
  const span = by === 'month' ? 'month' : longSpanOf(slice.from, slice.to)
  return long ? longName(long, span) : cubeOf(slice, by, WITH_HISTOGRAMS)
}

/** Whether durations can be told apart so: their histograms are not kept in the whole grain. */
export const hasDurations = (slice: Slice, by: Key | undefined): boolean =>
  WITH_HISTOGRAMS.some((cube) =>
    asked(slice, by).every((each) => (CUBES[cube] as readonly Dimension[]).includes(each)),
  )

const isLong = (name: string): boolean => name.startsWith('long-')
