import type { Directory } from '#entities'
import { holdsAny, type Officer, type StaffRole, scopeIds } from '#people'

/** Who sees figures of the whole nation, of a sector, of an entity. An administrator and an agent see none. */
export const SEES_NATION = ['reviewer', 'releaser', 'operator', 'analyst'] as const satisfies StaffRole[]
export const SEES_FIGURES = [...SEES_NATION, 'minister', 'head', 'liaison'] as const satisfies StaffRole[]

/** An analyst may be given a sector or an entity instead of the nation. */
const ENTITY_ROLES = ['head', 'liaison', 'analyst'] as const satisfies StaffRole[]
const SECTOR_ROLES = ['minister', 'analyst'] as const satisfies StaffRole[]

/** Whose figures somebody may see; undefined is all of them. */
export function entitiesInSight(officer: Officer, directory: Directory): readonly string[] | undefined {
  if (seesNation(officer)) return undefined
  const own = ENTITY_ROLES.flatMap((role) => scopeIds(officer, role, 'entity'))
  const sectors = SECTOR_ROLES.flatMap((role) => scopeIds(officer, role, 'sector'))
  const led = sectors.flatMap((sector) => directory.entitiesOfSector(sector).map(({ id }) => id))
  return [...new Set([...own, ...led])]
}

export const seesFigures = (officer: Officer): boolean => holdsAny(officer, SEES_FIGURES)
export const seesNation = (officer: Officer): boolean =>
  officer.grants.some(({ role, scope }) => scope === 'nation' && NATION.has(role)) || leads(officer)

const NATION: ReadonlySet<string> = new Set(SEES_NATION)

/** A head or minister may be given the whole nation. */
const leads = (officer: Officer): boolean =>
  officer.grants.some(({ role, scope }) => scope === 'nation' && (role === 'minister' || role === 'head'))

/** Who may open the cases behind figures: an analyst reads no case. */
const OPENS_NATION: ReadonlySet<string> = new Set(['reviewer', 'releaser', 'operator', 'minister', 'head'])

/** Whose cases somebody may open from their figures; undefined is all of them. */
export function entitiesOpened(officer: Officer, directory: Directory): readonly string[] | undefined {
  if (officer.grants.some(({ role, scope }) => scope === 'nation' && OPENS_NATION.has(role))) return undefined
  const own = (['head', 'liaison'] as const).flatMap((role) => scopeIds(officer, role, 'entity'))
  const led = scopeIds(officer, 'minister', 'sector').flatMap((sector) =>
    directory.entitiesOfSector(sector).map(({ id }) => id),
  )
  return [...new Set([...own, ...led])]
}

/** Whether numbers lead to lists of cases for them. */
export const opensFigures = (officer: Officer): boolean =>
  holdsAny(officer, ['reviewer', 'releaser', 'operator', 'minister', 'head', 'liaison'])
