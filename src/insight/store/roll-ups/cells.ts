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

/** What rows are told apart by: a dimension, or `2026-10`, or `2026`. */
export type Key = Dimension | 'month' | 'year'
export type Span = 'day' | 'month'

/** Counts of a slice, by a dimension; '' is the key of cases that have none. One row, `all`, without `by`. */
export interface Summed extends Counts {
  key: string
  /** Of the received: the denominator of `recurring`. */
  complaints: number
}

export const sumCells = (db: Db, slice: Slice, by: Key | undefined, span: Span) =>
  db.rows<Summed>(sql`
    select ${by ? KEYS[by] : ALL_TOGETHER} as key, ${summedMeasures} from ${cells(slice, by, span)} each
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
      from ${cells(slice, by, 'month')} each ${by ? sql`group by 1` : empty}`)

/** The same by the day or the first of the month on which the counts stand. */
export interface SummedOn extends Summed {
  on: Temporal.PlainDate
}

export const sumCellsOver = (db: Db, slice: Slice, by: Key | undefined, span: Span) =>
  db.rows<SummedOn>(sql`
    select day as "on", ${by ? KEYS[by] : ALL_TOGETHER} as key, ${summedMeasures}
      from ${cells(slice, by, span)} each group by 1${by ? sql`, 2` : empty} order by 1`)

/** How many took how long, in bins of the duration. */
export interface Bin {
  key: string
  bin: number
  n: number
}

/** Months in [from, to); the bins of every key in their order. */
export const sumDurations = (db: Db, slice: Slice, what: Lasted, by: Key | undefined) =>
  db.rows<Bin>(sql`
    select ${by ? KEYS[by] : ALL_TOGETHER} as key, bin, sum(n)::bigint as n
      from (select month as day, ${dimensionNames}, bin, n from rollup_durations
             where ${ofGeneration} and cube = ${literal(cubeFor(asked(slice, by), WITH_DURATIONS))} and what = ${literal(what)}
               and basis = ${literal(slice.basis)} and ${join(conditions(slice, sql`month`), ' and ')}
            union all
            select month as day, ${dimensionNames}, bin, n from rollup_duration_deltas
             where ${ofGeneration} and what = ${literal(what)}
               and basis = ${literal(slice.basis)} and ${join(conditions(slice, sql`month`), ' and ')}) each
     group by ${by ? sql`1, 2` : sql`2`} having sum(n) <> 0 order by 1, 2`)

/** Of those open now, how many are past the date told to the resident. Reads the open ones alone. */
export const sumOverdue = (db: Db, slice: Slice, by: Key | undefined, now: Temporal.Instant) =>
  db.rows<{ key: string; n: number }>(sql`
    select ${by ? KEYS[by] : ALL_TOGETHER} as key, count(*) as n
      from (select *, received_at::date as day from case_figures) each
     where ${ofGeneration} and closed_at is null and answer_by < ${now} and ${join(conditions(slice, sql`day`), ' and ')}
     group by 1`)

/** Days that the cases open now have waited, in whole days. */
export const sumAges = (db: Db, slice: Slice, by: Key | undefined, now: Temporal.Instant) =>
  db.rows<Bin>(sql`
    select ${by ? KEYS[by] : ALL_TOGETHER} as key,
           floor(extract(epoch from ${now}::timestamptz - received_at) / 86400)::int as bin, count(*) as n
      from (select *, received_at::date as day from case_figures) each
     where ${ofGeneration} and closed_at is null and ${join(conditions(slice, sql`day`), ' and ')}
     group by 1, 2 order by 1, 2`)

/** Whether durations can be told apart so: their histograms are not kept in the whole grain. */
export const hasDurations = (slice: Slice, by: Key | undefined): boolean =>
  WITH_DURATIONS.some((cube) =>
    asked(slice, by).every((each) => (CUBES[cube] as readonly Dimension[]).includes(each)),
  )

/** Cells that are folded, and differences that are not yet. */
const cells = (slice: Slice, by: Key | undefined, span: Span, also: readonly Dimension[] = []): Sql => sql`(
    select day, ${dimensionNames}, ${measureNames} from rollup_cells
     where ${ofGeneration} and cube = ${literal(cubeFor([...asked(slice, by), ...also], span === 'day' ? DAILY : CUBE_NAMES))}
       and span = ${literal(span)} and basis = ${literal(slice.basis)} and ${join(conditions(slice, sql`day`), ' and ')}
    union all
    select ${span === 'day' ? sql`day` : sql`date_trunc('month', day)::date`}, ${dimensionNames}, ${measureNames}
      from rollup_deltas
     where ${ofGeneration} and basis = ${literal(slice.basis)} and ${join(conditions(slice, sql`day`), ' and ')})`

/**
 * Names of closed sets stand in the statement itself: as parameters, PostgreSQL's plan for all cubes was one that read
 * the whole table (1 million cells: 220 ms instead of a few).
 */
const literal = (name: Cube | Span | Basis | Lasted): Sql => raw(`'${name}'`)

const ofGeneration = sql`generation = (select generation from rollup_generation)`

const asked = (slice: Slice, by: Key | undefined): Dimension[] =>
  DIMENSIONS.filter((each) => each === by || slice[each] !== undefined)

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
  month: sql`to_char(day, 'YYYY-MM')`,
  year: sql`to_char(day, 'YYYY')`,
} satisfies Record<Key, Sql>
