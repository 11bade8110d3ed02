import { type Db, sql } from '#platform'
import type { Lasted } from '../../model/roll-ups/cells.ts'
import {
  CUBES,
  type Dimension,
  type LongCube,
  type LongSpan,
  longCubeFor,
  longName,
  longSpanOf,
  WITH_HISTOGRAMS,
} from '../../model/roll-ups/cubes.ts'
import { asHistograms, BARS, type Histograms, type Listed } from './bars.ts'
import { dimensionNames } from './columns.ts'
import { listHistograms } from './histograms.ts'
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

/** Months in [from, to). */
export const sumDurations = async (
  db: Db,
  slice: Slice,
  what: Lasted,
  by: Key | undefined,
): Promise<Histograms> => {
  const long = longFor(slice, by)
  return asHistograms(
    long ? await listHistograms(db, long, slice, what, by) : await listBins(db, slice, what, by),
  )
}

/** Those of all types have histograms of their own, by the longest span that fits. */
function longFor(slice: Slice, by: Key | undefined): `${LongCube}-${LongSpan}` | undefined {
  const long =
    slice.basis === 'happened' ? longCubeFor(asked(slice, by), byGovernorate(slice, by)) : undefined
  return long && longName(long, by === 'month' ? 'month' : longSpanOf(slice.from, slice.to))
}

const listBins = (db: Db, slice: Slice, what: Lasted, by: Key | undefined) =>
  db.rows<Listed>(sql`
    select key, ${BARS}
      from (select ${keyed(by)} as key, bin, sum(n)::int as n
              from (select month as day, ${dimensionNames}, bin, n from rollup_durations
                     where ${ofGeneration} and cube = ${literal(cubeOf(slice, by, WITH_HISTOGRAMS))}
                       and what = ${literal(what)} and basis = ${literal(slice.basis)}
                       and ${within(slice, sql`month`)}
                    union all
                    select month as day, ${dimensionNames}, bin, n from rollup_duration_deltas
                     where ${ofGeneration} and what = ${literal(what)}
                       and basis = ${literal(slice.basis)} and ${within(slice, sql`month`)}) each${joined(by)}
             group by 1, 2) bins
     group by 1`)

/** Whether durations can be told apart so: their histograms are not kept in the whole grain. */
export const hasDurations = (slice: Slice, by: Key | undefined): boolean =>
  WITH_HISTOGRAMS.some((cube) =>
    asked(slice, by).every((each) => (CUBES[cube] as readonly Dimension[]).includes(each)),
  )
