import { type Db, empty, raw, type Sql, sql } from '#platform'
import type { Contribution } from '../../model/roll-ups/cells.ts'
import { CUBE_NAMES, type Cube, DAILY, DIMENSIONS, WITH_HISTOGRAMS } from '../../model/roll-ups/cubes.ts'
import { columnOf, MEASURES } from '../../model/roll-ups/measures.ts'
import { dimensionNames, joinedFor, keptBy, measureNames, summedColumns } from './columns.ts'
import { type Generation, tableOf } from './generation.ts'
import { foldHistograms } from './histograms.ts'

/** Adds differences; nothing is read or changed. */
export async function addDeltas(
  tx: Db,
  generation: Generation,
  { cells, durations }: Contribution,
): Promise<void> {
  await tx.copy({
    table: tableOf(generation, 'rollup_deltas'),
    columns: ['generation', 'basis', 'day', ...DIMENSIONS, ...MEASURES.map(columnOf)],
    values: cells.map((cell) => [
      generation.number,
      cell.basis,
      cell.day,
      ...DIMENSIONS.map((each) => cell[each]),
      ...MEASURES.map((each) => cell.counts[each] ?? 0),
    ]),
  })
  await tx.copy({
    table: tableOf(generation, 'rollup_duration_deltas'),
    columns: ['generation', 'basis', 'what', 'month', ...DIMENSIONS, 'bin', 'n'],
    values: durations.map((each) => [
      generation.number,
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

/** Folds what waits into the cells of every cube that is read. Only whoever holds the consumer's cursor may. */
export async function fold(tx: Db, number: number): Promise<void> {
  const generation = { number, next: false }
  await foldCells(tx, generation)
  await foldDurations(tx, generation)
  await tx.run(sql`delete from rollup_deltas where generation = ${number}`)
  await tx.run(sql`delete from rollup_duration_deltas where generation = ${number}`)
}

/**
 * Folds all differences of a generation into its counts; a rebuild does so once, and meets each cell once. In the order
 * of the primary key, so that its index finds a new table sorted.
 */
export async function foldCells(tx: Db, generation: Generation, cubes = CUBE_NAMES): Promise<void> {
  for (const cube of cubes.toSorted()) {
    if (DAILY.includes(cube)) await foldCube(tx, generation, cube, 'day')
    await foldCube(tx, generation, cube, 'month')
  }
}

/** The same for its histograms. */
export async function foldDurations(tx: Db, generation: Generation, cubes = CUBE_NAMES): Promise<void> {
  for (const cube of cubes.toSorted())
    if (WITH_HISTOGRAMS.includes(cube)) await foldBins(tx, generation, cube)
  await foldHistograms(tx, generation)
}

/** What a rebuild folds is sorted in memory: there is much of it, and it happens once. */
export const sortInMemory = (tx: Db) => tx.run(sql`select set_config('work_mem', '256MB', true)`)

const foldCube = (tx: Db, generation: Generation, cube: Cube, span: 'day' | 'month') =>
  tx.run(sql`
    insert into ${raw(tableOf(generation, 'rollup_cells'))}
           (generation, cube, span, basis, day, ${dimensionNames}, ${measureNames})
    select ${generation.number}::smallint, ${cube}, ${span}, basis, ${DAY[span]}, ${keptBy(cube)}, ${summedColumns}
      from ${joinedFor(cube, tableOf(generation, 'rollup_deltas'))}
     where generation = ${generation.number} and (basis = 'happened' or ${span} = 'month')
     group by 4, 5, 6, 7, 8, 9, 10, 11
     order by 4, 5, 6, 7, 8, 9, 10, 11
    ${
      generation.next
        ? empty
        : sql`
    on conflict (generation, cube, span, basis, day, ${dimensionNames}) do update set ${ADDED}`
    }`)

const foldBins = (tx: Db, generation: Generation, cube: Cube) =>
  tx.run(sql`
    insert into ${raw(tableOf(generation, 'rollup_durations'))}
           (generation, cube, basis, what, month, ${dimensionNames}, bin, n)
    select ${generation.number}::smallint, ${cube}, basis, what, month, ${keptBy(cube)}, bin, sum(n)::int as n
      from ${joinedFor(cube, tableOf(generation, 'rollup_duration_deltas'))}
     where generation = ${generation.number}
     group by 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
     order by 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    ${
      generation.next
        ? empty
        : sql`
    on conflict (generation, cube, basis, what, month, ${dimensionNames}, bin)
    do update set n = rollup_durations.n + excluded.n`
    }`)

const DAY: Record<'day' | 'month', Sql> = { day: raw('day'), month: raw(`date_trunc('month', day)::date`) }

/** `received = rollup_cells.received + excluded.received, …` */
const ADDED = raw(
  MEASURES.map(columnOf)
    .map((column) => `${column} = rollup_cells.${column} + excluded.${column}`)
    .join(', '),
)
