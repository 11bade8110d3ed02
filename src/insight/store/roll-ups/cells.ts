import { type Db, empty, join, raw, type Sql, sql } from '#platform'
import type { Basis, Lasted } from '../../model/roll-ups/cells.ts'
import {
  CUBE_NAMES,
  CUBES,
  type Cube,
  cubeFor,
  DAILY,
  DIMENSIONS,
  type Dimension,
  type LongCube,
  type LongSpan,
  longCubeFor,
  longName,
  longSpanOf,
} from '../../model/roll-ups/cubes.ts'
import type { Counts } from '../../model/roll-ups/measures.ts'
import { dimensionNames, measureNames, summedMeasures } from './columns.ts'

/** Which cells are asked for: days in [from, to), and for each dimension the values that may stand in it. */
export interface Slice {
  basis: Basis
  from?: Temporal.PlainDate
  to?: Temporal.PlainDate
  entity?: readonly string[]
  category?: readonly string[]
  place?: readonly string[]
  type?: readonly string[]
  channel?: readonly string[]
  source?: readonly string[]
}

/** What rows are told apart by: a dimension, what a place lies in, or `2026-10`, or `2026`. */
export type Key = Dimension | 'governorate' | 'month' | 'year'
export type Span = 'day' | 'month'

/** Counts of a slice, by a dimension; '' is the key of cases that have none. One row, `all`, without `by`. */
export interface Summed extends Counts {
  key: string
  /** Of the received: the denominator of `recurring`. */
  complaints: number
}

export const sumCells = (db: Db, slice: Slice, by: Key | undefined, span: Span) =>
  db.rows<Summed>(sql`
    select ${by ? KEYS[by] : ALL_TOGETHER} as key, ${summedMeasures} from ${cells(slice, by, span)} each${joined(by)}
    ${by ? sql`group by 1` : empty}`)

/** Which values of two dimensions occur together. */
export interface Met {
  one: string
  other: string
}

export const metTogether = (db: Db, slice: Slice, one: Dimension, other: Dimension) =>
  db.rows<Met>(sql`
    select ${KEYS[one]} as one, ${KEYS[other]} as other from ${cells(slice, one, 'month', [other])} each
     group by 1, 2 having sum(received) <> 0 or sum(answered) <> 0 or sum(closed) <> 0 order by 1, 2`)

/** What stands at the end of a slice: the few counts that open and overdue are made of. */
export interface Standing {
  key: string
  received: number
  closed: number
  fellDue: number
  closedLate: number
}

export const sumStanding = (db: Db, slice: Slice, by: Key | undefined) =>
  db.rows<Standing>(sql`
    select ${by ? KEYS[by] : ALL_TOGETHER} as key, coalesce(sum(received), 0)::bigint as received,
           coalesce(sum(closed), 0)::bigint as closed, coalesce(sum(fell_due), 0)::bigint as "fellDue",
           coalesce(sum(closed_late), 0)::bigint as "closedLate"
      from ${cells(slice, by, 'month')} each${joined(by)} ${by ? sql`group by 1` : empty}`)

/** The same by the day or the first of the month on which the counts stand. */
export interface SummedOn extends Summed {
  on: Temporal.PlainDate
}

export const sumCellsOver = (db: Db, slice: Slice, by: Key | undefined, span: Span) =>
  db.rows<SummedOn>(sql`
    select day as "on", ${by ? KEYS[by] : ALL_TOGETHER} as key, ${summedMeasures}
      from ${cells(slice, by, span)} each${joined(by)} group by 1${by ? sql`, 2` : empty} order by 1`)

/** How many took how long, in bins of the duration. */
export interface Bin {
  key: string
  bin: number
  n: number
}

/** Months in [from, to); the bins of every key in their order. */
export const sumDurations = async (db: Db, slice: Slice, what: Lasted, by: Key | undefined): Promise<Bin[]> =>
  spread(
    await db.rows<Histogram>(sql`
      select key, ${BARS} as bars
        from (select ${by ? KEYS[by] : ALL_TOGETHER} as key, bin, sum(n)::bigint as n
                from (select month as day, ${dimensionNames}, bin, n from rollup_durations
                       where ${ofGeneration} and cube = ${literal(histogramFor(slice, by))} and what = ${literal(what)}
                         and basis = ${literal(slice.basis)} and ${join(conditions(slice, sql`month`), ' and ')}
                      union all
                      select month as day, ${dimensionNames}, bin, n from rollup_duration_deltas
                       where ${ofGeneration} and what = ${literal(what)}
                         and basis = ${literal(slice.basis)} and ${join(conditions(slice, sql`month`), ' and ')}) each${joined(by)}
               group by ${by ? sql`1, 2` : sql`2`} having sum(n) <> 0) bins
       group by 1 order by 1`),
  )

/** The bins of a key in one text, `12 3,13 1`: fifty thousand rows of their own took longer to read than to add up. */
interface Histogram {
  key: string
  bars: string
}

const BARS = sql`string_agg(bin || ' ' || n, ',' order by bin)`

const spread = (rows: readonly Histogram[]): Bin[] =>
  rows.flatMap(({ key, bars }) =>
    bars.split(',').map((bar) => {
      const at = bar.indexOf(' ')
      return { key, bin: Number(bar.slice(0, at)), n: Number(bar.slice(at + 1)) }
    }),
  )

/** Whole quarters and years of all types have histograms of their own. */
function histogramFor(slice: Slice, by: Key | undefined): Cube | `${LongCube}-${LongSpan}` {
  const span = by !== 'month' && slice.basis === 'happened' ? longSpanOf(slice.from, slice.to) : undefined
  const long = span && longCubeFor(asked(slice, by), byGovernorate(slice, by))
  return long ? longName(long, span) : cubeOf(slice, by, WITH_DURATIONS)
}

/** Of those open now, how many are past the date told to the resident. Reads the open ones alone. */
export const sumOverdue = (db: Db, slice: Slice, by: Key | undefined, now: Temporal.Instant) =>
  db.rows<{ key: string; n: number }>(sql`
    select ${by ? KEYS[by] : ALL_TOGETHER} as key, count(*) as n
      from (select *, received_at::date as day from case_figures) each${joined(by)}
     where ${ofGeneration} and closed_at is null and answer_by < ${now} and ${join(conditions(slice, sql`day`), ' and ')}
     group by 1`)

/** Days that the cases open now have waited, in whole days. */
export const sumAges = async (
  db: Db,
  slice: Slice,
  by: Key | undefined,
  now: Temporal.Instant,
): Promise<Bin[]> =>
  spread(
    await db.rows<Histogram>(sql`
      select key, ${BARS} as bars
        from (select ${by ? KEYS[by] : ALL_TOGETHER} as key,
                     floor(extract(epoch from ${now}::timestamptz - received_at) / 86400)::int as bin, count(*) as n
                from (select *, received_at::date as day from case_figures) each${joined(by)}
               where ${ofGeneration} and closed_at is null and ${join(conditions(slice, sql`day`), ' and ')}
               group by 1, 2) bins
       group by 1 order by 1`),
  )

/** Whether durations can be told apart so: their histograms are not kept in the whole grain. */
export const hasDurations = (slice: Slice, by: Key | undefined): boolean =>
  WITH_DURATIONS.some((cube) =>
    asked(slice, by).every((each) => (CUBES[cube] as readonly Dimension[]).includes(each)),
  )

/** Cells that are folded, and differences that are not yet. */
const cells = (slice: Slice, by: Key | undefined, span: Span, also: readonly Dimension[] = []): Sql => sql`(
    select day, ${dimensionNames}, ${measureNames} from rollup_cells
     where ${ofGeneration} and cube = ${literal(cubeOf(slice, by, span === 'day' ? DAILY : CUBE_NAMES, also))}
       and span = ${literal(span)} and basis = ${literal(slice.basis)} and ${join(conditions(slice, sql`day`), ' and ')}
    union all
    select ${span === 'day' ? sql`day` : sql`date_trunc('month', day)::date`}, ${dimensionNames}, ${measureNames}
      from rollup_deltas
     where ${ofGeneration} and basis = ${literal(slice.basis)} and ${join(conditions(slice, sql`day`), ' and ')})`

/**
 * Names of closed sets stand in the statement itself: as parameters, PostgreSQL's plan for all cubes was one that read
 * the whole table (1 million cells: 220 ms instead of a few).
 */
const literal = (name: Cube | `${LongCube}-${LongSpan}` | Span | Basis | Lasted): Sql => raw(`'${name}'`)

const ofGeneration = sql`generation = (select generation from rollup_generation)`

const asked = (slice: Slice, by: Key | undefined): Dimension[] =>
  DIMENSIONS.filter(
    (each) => each === by || (each === 'place' && by === 'governorate') || slice[each] !== undefined,
  )

/** Governorates as a whole; some of their towns are looked for by themselves. */
const byGovernorate = (slice: Slice, by: Key | undefined): boolean =>
  by === 'governorate' && slice.place === undefined

/** The smallest cube that answers. */
function cubeOf(
  slice: Slice,
  by: Key | undefined,
  among: readonly Cube[],
  also: readonly Dimension[] = [],
): Cube {
  const wanted = [...asked(slice, by), ...also]
  const kept: readonly Dimension[] = CUBES.governorate
  const whole = byGovernorate(slice, by) && among.includes('governorate')
  return whole && wanted.every((each) => kept.includes(each)) ? 'governorate' : cubeFor(wanted, among)
}

/** What a row's place lies in, where that is asked for. */
const joined = (by: Key | undefined): Sql =>
  by === 'governorate' ? sql` left join place_tops on place_tops.id = each.place` : empty

const WITH_DURATIONS: readonly Cube[] = CUBE_NAMES.filter((cube) => cube !== 'full')

function conditions({ from, to, ...slice }: Slice, day: Sql): Sql[] {
  return [
    ...(from ? [sql`${day} >= ${from}::date`] : []),
    ...(to ? [sql`${day} < ${to}::date`] : []),
    ...DIMENSIONS.flatMap((each) => {
      const values = slice[each]
      return values ? [sql`${KEYS[each]} = any(${[...values]}::text[])`] : []
    }),
    sql`true`,
  ]
}

const ALL_TOGETHER = sql`'all'`
const KEYS = {
  ...(Object.fromEntries(DIMENSIONS.map((each) => [each, raw(each)])) as Record<Dimension, Sql>),
  governorate: sql`coalesce(top, place)`,
  month: sql`to_char(day, 'YYYY-MM')`,
  year: sql`to_char(day, 'YYYY')`,
} satisfies Record<Key, Sql>
