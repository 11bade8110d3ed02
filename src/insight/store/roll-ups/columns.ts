import { join, raw, type Sql } from '#platform'
import {
  CUBES,
  type Cube,
  DIMENSIONS,
  type Dimension,
  LONG_CUBES,
  type LongCube,
  OF_GOVERNORATES,
} from '../../model/roll-ups/cubes.ts'
import { columnOf, MEASURES } from '../../model/roll-ups/measures.ts'

/** `entity, category, …` */
export const dimensionNames = raw(DIMENSIONS.join(', '))

/** `received, merged, …` */
export const measureNames = raw(MEASURES.map(columnOf).join(', '))

/** `sum(received)::int as received, …`, named as the columns are. */
export const summedColumns = raw(
  MEASURES.map((each) => `sum(${columnOf(each)})::int as ${columnOf(each)}`).join(', '),
)

/** Every cube tells types apart, so that these need no columns of their own. */
const BY_TYPE = [
  ['complaint', 'complaints'],
  ['praise', 'praise'],
].map(([type, as]) => `coalesce(sum(received) filter (where type = '${type}'), 0)::bigint as ${as}`)

/** `coalesce(sum(received), 0) as "received", …, complaints, praise`, named as in the code. */
export const summedMeasures = raw(
  [...MEASURES.map((each) => `coalesce(sum(${columnOf(each)}), 0)::bigint as "${each}"`), ...BY_TYPE].join(
    ', ',
  ),
)

/** `entity, '*' as category, …`: what a cube keeps. */
export const keptBy = (cube: Cube | LongCube): Sql => {
  const kept: readonly Dimension[] = { ...CUBES, ...LONG_CUBES }[cube]
  const place = OF_GOVERNORATES.includes(cube) ? 'coalesce(top, place) as place' : 'place'
  return join(
    DIMENSIONS.map((each) => raw(kept.includes(each) ? (each === 'place' ? place : each) : `'*' as ${each}`)),
  )
}

/** Where the rows of a cube come from: with the governorates of their places, where it keeps those. */
export const joinedFor = (cube: Cube | LongCube, table: string): Sql =>
  raw(OF_GOVERNORATES.includes(cube) ? `${table} left join place_tops on place_tops.id = place` : table)
