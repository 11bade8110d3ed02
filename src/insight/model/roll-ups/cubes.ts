/** What cases are told apart by. Sectors are their entities of today, so they are no dimension of their own. */
export const DIMENSIONS = ['entity', 'category', 'place', 'type', 'channel', 'source'] as const
export type Dimension = (typeof DIMENSIONS)[number]
export type Dimensions = Record<Dimension, string>

/** Stands where a cube does not tell apart. */
export const ALL = '*'
/** Stands where a case has none: no entity yet, no place. */
export const NONE = ''

/**
 * The same counts at several grains, so that a question reads few cells. `full` keeps everything and grows with the
 * cases; the others are bounded by the country: its entities, categories and places.
 */
export const CUBES = {
  nation: ['type', 'source'],
  entity: ['entity', 'type', 'source'],
  place: ['place', 'type', 'source'],
  'entity-category': ['entity', 'category', 'type', 'source'],
  'entity-channel': ['entity', 'channel', 'type', 'source'],
  'entity-place': ['entity', 'place', 'type', 'source'],
  full: DIMENSIONS,
} as const satisfies Record<string, readonly Dimension[]>
export type Cube = keyof typeof CUBES
export const CUBE_NAMES = Object.keys(CUBES) as Cube[]

/** Cubes with a cell for each day; all of them have one for each month. */
export const DAILY: readonly Cube[] = ['nation', 'entity', 'full']

/** The smallest cube that tells these dimensions apart. */
export const cubeFor = (asked: readonly Dimension[], among: readonly Cube[] = CUBE_NAMES): Cube =>
  among.find((cube) => asked.every((each) => (CUBES[cube] as readonly Dimension[]).includes(each))) ?? 'full'
