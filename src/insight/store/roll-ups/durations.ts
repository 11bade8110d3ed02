import { type Db, sql } from '#platform'
import type { Lasted } from '../../model/roll-ups/cells.ts'
import {
  CUBE_NAMES,
  CUBES,
  type Cube,
  type Dimension,
  type LongCube,
  type LongSpan,
  longCubeFor,
  longName,
  longSpanOf,
} from '../../model/roll-ups/cubes.ts'
import type { Bar } from '../../model/roll-ups/percentile.ts'
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

/** How many took how long, in bins of the duration, the shortest first. */
export interface Bin extends Bar {
  key: string
}

/** Months in [from, to); the bins of every key in their order. */
export const sumDurations = async (db: Db, slice: Slice, what: Lasted, by: Key | undefined): Promise<Bin[]> =>
  spread(
    await db.rows<Histogram>(sql`
      select key, ${BARS} as bars
        from (select ${keyed(by)} as key, bin, sum(n)::bigint as n
                from (select month as day, ${dimensionNames}, bin, n from rollup_durations
                       where ${ofGeneration} and cube = ${literal(histogramFor(slice, by))} and what = ${literal(what)}
                         and basis = ${literal(slice.basis)} and ${within(slice, sql`month`)}
                      union all
                      select month as day, ${dimensionNames}, bin, n from rollup_duration_deltas
                       where ${ofGeneration} and what = ${literal(what)}
                         and basis = ${literal(slice.basis)} and ${within(slice, sql`month`)}) each${joined(by)}
               group by ${by ? sql`1, 2` : sql`2`} having sum(n) <> 0) bins
       group by 1`),
  )

/** The bins of a key in one text, `12 3,13 1`: fifty thousand rows of their own took longer to read than to add up. */
export interface Histogram {
  key: string
  bars: string
}

/** In no order: PostgreSQL's sorting of twenty thousand bins took as long as reading them. */
export const BARS = sql`string_agg(bin || ' ' || n, ',')`

export const spread = (rows: readonly Histogram[]): Bin[] =>
  rows.flatMap(({ key, bars }) =>
    bars
      .split(',')
      .map((bar) => {
        const at = bar.indexOf(' ')
        return { key, bin: Number(bar.slice(0, at)), n: Number(bar.slice(at + 1)) }
      })
      .sort((one, other) => one.bin - other.bin),
  )

/** Whole quarters and years of all types have histograms of their own. */
function histogramFor(slice: Slice, by: Key | undefined): Cube | `${LongCube}-${LongSpan}` {
  const span = by !== 'month' && slice.basis === 'happened' ? longSpanOf(slice.from, slice.to) : undefined
  const long = span && longCubeFor(asked(slice, by), byGovernorate(slice, by))
  return long ? longName(long, span) : cubeOf(slice, by, WITH_DURATIONS)
}

/** Whether durations can be told apart so: their histograms are not kept in the whole grain. */
export const hasDurations = (slice: Slice, by: Key | undefined): boolean =>
  WITH_DURATIONS.some((cube) =>
    asked(slice, by).every((each) => (CUBES[cube] as readonly Dimension[]).includes(each)),
  )

const WITH_DURATIONS: readonly Cube[] = CUBE_NAMES.filter((cube) => cube !== 'full')
