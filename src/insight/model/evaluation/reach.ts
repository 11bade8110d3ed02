import type { Directory } from '#entities'
import { holdsAny, holdsOn, type Officer, type StaffRole, scopeIds } from '#people'
import { entitiesInSight, seesFigures } from '../dashboard/scope.ts'

/** Which cards somebody may open; part of the query that looks a card up. */
export interface Reach {
  /** Cards of all entities. */
  nation: boolean
  entities: readonly string[]
  /** Entities that they head: cards of the people there. */
  heads: readonly string[]
  self: string
}

/** A person's card opens to that person and to the head of where they work, and to nobody else. */
export function reachOf(officer: Officer, directory: Directory): Reach {
  const inSight = seesFigures(officer) ? entitiesInSight(officer, directory) : []
  return {
    nation: inSight === undefined,
    entities: inSight ?? [],
    heads: scopeIds(officer, 'head', 'entity'),
    self: officer.id,
  }
}

/** Whoever can be rated, or sees figures; an administrator and an agent can neither. */
export const seesEvaluation = (officer: Officer): boolean =>
  seesFigures(officer) || holdsAny(officer, ['handler'])

export const REVIEWS_QUALITY = ['reviewer', 'releaser', 'analyst'] as const satisfies StaffRole[]

export const reviewsQuality = (officer: Officer): boolean =>
  REVIEWS_QUALITY.some((role) => holdsOn(officer, role, 'nation'))

/** Whoever may have a month counted anew. */
export const mayFreeze = (officer: Officer): boolean => holdsOn(officer, 'analyst', 'nation')

/** The rated answers for themselves: a person, or those who speak for an entity. */
export const mayComment = (
  officer: Officer,
  { entity, person }: { entity: string; person: string | null },
): boolean =>
  person === null
    ? holdsOn(officer, 'head', 'entity', entity) || holdsOn(officer, 'liaison', 'entity', entity)
    : person === officer.id
