import type { Directory } from '#entities'
import { type DashboardQuery, dashboardQuery, WITHOUT } from '../../model/dashboard/query.ts'
import { NONE } from '../../model/roll-ups/cubes.ts'
import type { Filter } from './read-basis.ts'

/** What an address says wrong is left out: a page is better than an error. */
export function readQuery(given: Record<string, string>): DashboardQuery {
  const parsed = dashboardQuery.safeParse(given)
  if (parsed.success) return parsed.data
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]))
  return dashboardQuery.parse(Object.fromEntries(Object.entries(given).filter(([key]) => !wrong.has(key))))
}

/**
 * What is asked for, in cells.
 *
 * @param inSight entities whose figures may be seen; undefined for all
 * @returns undefined when an entity or sector is asked for that is not in sight
 */
export function filterOf(
  { entity, sector, category, place, type, channel }: DashboardQuery,
  inSight: readonly string[] | undefined,
  directory: Directory,
): Filter | undefined {
  let entities = inSight
  if (sector) {
    const own = ofSector(sector, directory)
    entities = entities ? entities.filter((id) => own.includes(id)) : own
    if (entities.length === 0) return undefined
  }
  if (entity) {
    const id = entity === WITHOUT ? NONE : entity
    if ((entities && !entities.includes(id)) || !(id === NONE || directory.entity(id))) return undefined
    entities = [id]
  }
  return {
    ...(entities && { entity: entities }),
    ...(category && { category: [category === WITHOUT ? NONE : category] }),
    ...(place && { place: place === WITHOUT ? [NONE] : within(place, directory) }),
    ...(type && { type: [type] }),
    ...(channel && { channel: [channel] }),
  }
}

/** Closed ones too: their cases still count. */
const ofSector = (sector: string, directory: Directory): string[] => {
  const wanted = sector === WITHOUT ? null : sector
  const own = directory.allEntities('ar').filter(({ sectorId }) => sectorId === wanted)
  return [...own.map(({ id }) => id), ...(sector === WITHOUT ? [NONE] : [])]
}

/** A place and all that lie in it. */
const within = (place: string, directory: Directory): string[] => [
  place,
  ...directory.places(place, 'ar').flatMap(({ id }) => within(id, directory)),
]
