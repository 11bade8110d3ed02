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
  category: ['category', 'type', 'source'],
  'entity-category': ['entity', 'category', 'type', 'source'],
  'entity-channel': ['entity', 'channel', 'type', 'source'],
  'entity-place': ['entity', 'place', 'type', 'source'],
  full: DIMENSIONS,
  /** Towns put together in the governorate that they lie in: a country has hundreds of the one and a dozen of the other. */
  governorate: ['place', 'type', 'source'],
} as const satisfies Record<string, readonly Dimension[]>
export type Cube = keyof typeof CUBES
export const CUBE_NAMES = Object.keys(CUBES) as Cube[]

/** Cubes whose place is a governorate. */
export const OF_GOVERNORATES: readonly (Cube | LongCube)[] = ['governorate', 'long-governorate']

/** Cubes with histograms of their own, months by type: of `full` they would be as many as there are cases. */
export const WITH_HISTOGRAMS: readonly Cube[] = CUBE_NAMES.filter(
  (cube) => cube !== 'full' && cube !== 'category',
)

/** Cubes with a cell for each day; all of them have one for each month. */
export const DAILY: readonly Cube[] = ['nation', 'entity', 'full']

/** What those of them keep that do not grow with the cases. */
export const BOUNDED_BY_DAY: readonly (readonly Dimension[])[] = [CUBES.nation, CUBES.entity]

/** The smallest cube that tells these dimensions apart. */
export const cubeFor = (asked: readonly Dimension[], among: readonly Cube[] = CUBE_NAMES): Cube =>
  among.find((cube) => asked.every((each) => (CUBES[cube] as readonly Dimension[]).includes(each))) ?? 'full'

/**
 * Histograms kept once more without telling types apart, of months and of whole quarters and years. A year of months
 * holds a row for nearly every case, a year by itself one for each bin: this is what keeps long periods as cheap as
 * months, and months of ten million cases as cheap as those of a hundred thousand.
 */
export const LONG_CUBES = {
  'long-nation': [],
  'long-entity': ['entity'],
  'long-category': ['category'],
  'long-governorate': ['place'],
  'long-channel': ['channel'],
} as const satisfies Record<string, readonly Dimension[]>
export type LongCube = keyof typeof LONG_CUBES
export const LONG_SPANS = ['month', 'quarter', 'year'] as const
export type LongSpan = (typeof LONG_SPANS)[number]

/** How such a cube of one span is called in the table. */
export const longName = (cube: LongCube, span: LongSpan): `${LongCube}-${LongSpan}` => `${cube}-${span}`

/** The one that tells just this apart; undefined where none does, as for places by themselves. */
export const longCubeFor = (asked: readonly Dimension[], governorates: boolean): LongCube | undefined =>
  (Object.keys(LONG_CUBES) as LongCube[]).find((cube) => {
    if ((cube === 'long-governorate') !== governorates) return false
    const kept: readonly Dimension[] = LONG_CUBES[cube]
    return kept.length === asked.length && asked.every((each) => kept.includes(each))
  })

/** The longest span of which [from, to) is made up, whole months as it is. */
export const longSpanOf = (from?: Temporal.PlainDate, to?: Temporal.PlainDate): LongSpan => {
  const begins = (day: Temporal.PlainDate | undefined, months: number) =>
    day?.day === 1 && (day.month - 1) % months === 0
  if (begins(from, 12) && begins(to, 12)) return 'year'
  return begins(from, 3) && begins(to, 3) ? 'quarter' : 'month'
}
