/** How high something late has climbed, the least first. */
export const LEVELS = ['warned', 'head', 'minister', 'operations'] as const
export type Level = (typeof LEVELS)[number]
export type Levels = Record<Level, number>

/** An entity with what is late in it. '' is the central office's own work. */
export interface Trouble extends Levels {
  entity: string
  overdue: number
  open: number
}

export const noLevels = (): Levels => ({ warned: 0, head: 0, minister: 0, operations: 0 })

/**
 * Entities in trouble, the worst first: by what reached this room, then the minister, then the head, then what is past
 * the resident's date. A warning alone is no trouble.
 */
export const worstFirst = (found: readonly Trouble[]): Trouble[] =>
  found
    .filter(({ operations, minister, head, overdue }) => operations + minister + head + overdue > 0)
    .toSorted(
      (one, other) =>
        BY.map((each) => other[each] - one[each]).find((difference) => difference !== 0) ??
        one.entity.localeCompare(other.entity),
    )

const BY = ['operations', 'minister', 'head', 'overdue', 'warned'] as const

export const addUp = (found: readonly Levels[]): Levels =>
  found.reduce<Levels>(
    (sum, each) => Object.fromEntries(LEVELS.map((level) => [level, sum[level] + each[level]])) as Levels,
    noLevels(),
  )

/** Hours ahead in which a clock that ends is at risk. */
export const SOON_HOURS = 8

/** Numbers of the wall that no dashboard has, behind which a list of the room's own lies. */
export const ROOM_LISTS = ['soon', ...LEVELS] as const
export type RoomList = (typeof ROOM_LISTS)[number]
