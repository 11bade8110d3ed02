import { empty, join, raw, type Sql, sql } from '#platform'
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
} from '../../model/roll-ups/cubes.ts'
import { dimensionNames, measureNames } from './columns.ts'

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

/** Cells that are folded, and differences that are not yet; to be called `each` and to be {@link joined}. */
export const cells = (
  slice: Slice,
  by: Key | undefined,
  span: Span,
  also: readonly Dimension[] = [],
): Sql => sql`(
    select day, ${dimensionNames}, ${measureNames} from rollup_cells
     where ${ofGeneration} and cube = ${literal(cubeOf(slice, by, span === 'day' ? DAILY : CUBE_NAMES, also))}
       and span = ${literal(span)} and basis = ${literal(slice.basis)} and ${within(slice, sql`day`)}
    union all
    select ${span === 'day' ? sql`day` : sql`date_trunc('month', day)::date`}, ${dimensionNames}, ${measureNames}
      from rollup_deltas
     where ${ofGeneration} and basis = ${literal(slice.basis)} and ${within(slice, sql`day`)})`

/**
 * Names of closed sets stand in the statement itself: as parameters, PostgreSQL's plan for all cubes was one that read
 * the whole table (1 million cells: 220 ms instead of a few).
 */
export const literal = (name: Cube | `${LongCube}-${LongSpan}` | Span | Basis | Lasted): Sql =>
  raw(`'${name}'`)

export const ofGeneration = sql`generation = (select generation from rollup_generation)`

/** The dimensions that a question tells apart or chooses from. */
export const asked = (slice: Slice, by: Key | undefined): Dimension[] =>
  DIMENSIONS.filter(
    (each) => each === by || (each === 'place' && by === 'governorate') || slice[each] !== undefined,
  )

/** Governorates as a whole; some of their towns are looked for by themselves. */
export const byGovernorate = (slice: Slice, by: Key | undefined): boolean =>
  by === 'governorate' && slice.place === undefined

/** The smallest cube that answers. */
export function cubeOf(
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
export const joined = (by: Key | undefined): Sql =>
  by === 'governorate' ? sql` left join place_tops on place_tops.id = each.place` : empty

/** The rows of a slice, in a table that has its dimensions. */
export function within({ from, to, ...slice }: Omit<Slice, 'basis'>, day: Sql): Sql {
  const conditions = [
    ...(from ? [sql`${day} >= ${from}::date`] : []),
    ...(to ? [sql`${day} < ${to}::date`] : []),
    ...DIMENSIONS.flatMap((each) => {
      const values = slice[each]
      return values ? [sql`${KEYS[each]} = any(${[...values]}::text[])`] : []
    }),
    sql`true`,
  ]
  return join(conditions, ' and ')
}

const KEYS = {
  ...(Object.fromEntries(DIMENSIONS.map((each) => [each, raw(each)])) as Record<Dimension, Sql>),
  governorate: sql`coalesce(top, place)`,
  month: sql`to_char(day, 'YYYY-MM')`,
  year: sql`to_char(day, 'YYYY')`,
} satisfies Record<Key, Sql>

/** What a row stands for; `all` where nothing is told apart. */
export const keyed = (by: Key | undefined): Sql => (by ? KEYS[by] : sql`'all'`)
