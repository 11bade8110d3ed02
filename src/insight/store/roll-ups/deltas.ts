import { type Db, raw, type Sql, sql } from '#platform'
import type { Contribution } from '../../model/roll-ups/cells.ts'
import {
  CUBE_NAMES,
  type Cube,
  DAILY,
  DIMENSIONS,
  LONG_CUBES,
  LONG_SPANS,
  type LongCube,
  type LongSpan,
  longName,
} from '../../model/roll-ups/cubes.ts'
import { columnOf, MEASURES } from '../../model/roll-ups/measures.ts'
import { dimensionNames, joinedFor, keptBy, measureNames, summedColumns } from './columns.ts'

/** Adds differences; nothing is read or changed. */
export async function addDeltas(
  tx: Db,
  generation: number,
  { cells, durations }: Contribution,
): Promise<void> {
  await tx.copy({
    table: 'rollup_deltas',
    columns: ['generation', 'basis', 'day', ...DIMENSIONS, ...MEASURES.map(columnOf)],
    values: cells.map((cell) => [
      generation,
      cell.basis,
      cell.day,
      ...DIMENSIONS.map((each) => cell[each]),
      ...MEASURES.map((each) => cell.counts[each] ?? 0),
    ]),
  })
  await tx.copy({
    table: 'rollup_duration_deltas',
    columns: ['generation', 'basis', 'what', 'month', ...DIMENSIONS, 'bin', 'n'],
    values: durations.map((each) => [
      generation,
      each.basis,
      each.what,
      each.month,
      ...DIMENSIONS.map((dimension) => each[dimension]),
      each.bin,
      each.n,
    ]),
  })
}

/** How many wait to be folded; counts no further than `most`. */
export const waiting = async (tx: Db, generation: number, most: number): Promise<number> =>
  (
    await tx.row<{ n: number }>(sql`
      select count(*) as n
        from (select from rollup_deltas where generation = ${generation} limit ${most}) waiting`)
  )?.n ?? 0

/** Folds what waits into the cells of every cube. Only whoever holds the consumer's cursor may. */
export async function fold(tx: Db, generation: number): Promise<void> {
  for (const cube of CUBE_NAMES) {
    await foldCells(tx, generation, cube, 'month')
    if (DAILY.includes(cube)) await foldCells(tx, generation, cube, 'day')
    if (cube !== 'full') await foldDurations(tx, generation, cube)
  }
  for (const cube of Object.keys(LONG_CUBES) as LongCube[])
    for (const span of LONG_SPANS) await foldLong(tx, generation, cube, span)
  await tx.run(sql`delete from rollup_deltas where generation = ${generation}`)
  await tx.run(sql`delete from rollup_duration_deltas where generation = ${generation}`)
}

const foldCells = (tx: Db, generation: number, cube: Cube, span: 'day' | 'month') =>
  tx.run(sql`
    insert into rollup_cells (generation, cube, span, basis, day, ${dimensionNames}, ${measureNames})
    select ${generation}::smallint, ${cube}, ${span}, basis, ${DAY[span]}, ${keptBy(cube)}, ${summedColumns}
      from ${joinedFor(cube, 'rollup_deltas')}
     where generation = ${generation} and (basis = 'happened' or ${span} = 'month')
     group by 4, 5, 6, 7, 8, 9, 10, 11
     order by 4, 5, 6, 7, 8, 9, 10, 11
    on conflict (generation, cube, span, basis, day, ${dimensionNames}) do update set ${ADDED}`)

const foldDurations = (tx: Db, generation: number, cube: Cube) =>
  tx.run(sql`
    insert into rollup_durations (generation, cube, basis, what, month, ${dimensionNames}, bin, n)
    select ${generation}::smallint, ${cube}, basis, what, month, ${keptBy(cube)}, bin, sum(n)::int as n
      from ${joinedFor(cube, 'rollup_duration_deltas')} where generation = ${generation}
     group by 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
     order by 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    on conflict (generation, cube, basis, what, month, ${dimensionNames}, bin)
    do update set n = rollup_durations.n + excluded.n`)

const foldLong = (tx: Db, generation: number, cube: LongCube, span: LongSpan) =>
  tx.run(sql`
    insert into rollup_durations (generation, cube, basis, what, month, ${dimensionNames}, bin, n)
    select ${generation}::smallint, ${longName(cube, span)}, basis, what, date_trunc(${span}, month)::date,
           ${keptBy(cube)}, bin, sum(n)::int as n
      from ${joinedFor(cube, 'rollup_duration_deltas')} where generation = ${generation} and basis = 'happened'
     group by 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
     order by 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    on conflict (generation, cube, basis, what, month, ${dimensionNames}, bin)
    do update set n = rollup_durations.n + excluded.n`)

const DAY: Record<'day' | 'month', Sql> = { day: raw('day'), month: raw(`date_trunc('month', day)::date`) }

/** `received = rollup_cells.received + excluded.received, …` */
const ADDED = raw(
  MEASURES.map(columnOf)
    .map((column) => `${column} = rollup_cells.${column} + excluded.${column}`)
    .join(', '),
)
