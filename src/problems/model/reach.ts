import type { Directory } from '#entities'
import type { Officer } from '#people'
import type { Problem } from './problem.ts'
import type { Actor, State } from './steps.ts'

/** Roles that see problems, also proposals; an entity and its minister see what somebody has accepted. */
const ON_PROPOSALS: readonly string[] = ['analyst', 'operator', 'reviewer', 'releaser']
const ON_ACCEPTED: readonly string[] = ['liaison', 'head', 'minister']
export const SEEING = ['analyst', 'operator', 'reviewer', 'releaser', 'liaison', 'head', 'minister'] as const
const NOT_ACCEPTED: readonly State[] = ['proposed', 'rejected', 'merged']

/** Every role somebody holds on a problem; none when it is out of their reach. */
export function rolesOn(
  officer: Pick<Officer, 'grants'>,
  problem: Pick<Problem, 'entity' | 'state'>,
  directory: Pick<Directory, 'entity' | 'joined'>,
): Actor[] {
  const sector = directory.entity(problem.entity)?.sectorId
  const roles = officer.grants
    .filter(
      ({ role }) =>
        ON_PROPOSALS.includes(role) || (ON_ACCEPTED.includes(role) && !NOT_ACCEPTED.includes(problem.state)),
    )
    .filter(({ scope, scopeId }) => {
      if (scope === 'nation') return true
      return scopeId !== undefined && scopeId === { sector, entity: problem.entity, unit: null }[scope]
    })
    .map(({ role }) => role as Actor)
  const acts = roles.includes('reviewer') && problem.entity !== null && !directory.joined(problem.entity)
  return acts ? [...roles, 'central'] : roles
}

/** The same for a list: which entities' problems, and whether also those that nobody accepted. */
export interface Reach {
  /** Every problem, whosever it is. */
  nation: boolean
  /** Problems that anybody accepted, of these entities. */
  entities: string[]
  /** Also proposals, of these entities. */
  proposals: string[]
}

export function reachOf(officer: Pick<Officer, 'grants'>, directory: Directory): Reach {
  const of = (roles: readonly string[]) =>
    officer.grants.filter(({ role }) => roles.includes(role)).flatMap((grant) => entitiesOf(grant, directory))
  return {
    nation: officer.grants.some(({ role, scope }) => ON_PROPOSALS.includes(role) && scope === 'nation'),
    entities: of(ON_ACCEPTED),
    proposals: of(ON_PROPOSALS),
  }
}

function entitiesOf({ scope, scopeId }: Officer['grants'][number], directory: Directory): string[] {
  if (!scopeId) return []
  if (scope === 'entity') return [scopeId]
  return scope === 'sector' ? directory.entitiesOfSector(scopeId).map(({ id }) => id) : []
}
