import { type Reacher, reachingGrants } from '../reach.ts'

/*
 * What a case shows in the search beside its words: who has it, whether it is open, what it is about and where. They
 * narrow a search before anything is looked up; who may see a case is decided by the case itself, never by its marks,
 * which follow a moment later.
 */

export const OPEN = '!open'
export const ofEntity = (entity: string): string => `=${entity}`
/** Of a unit or of a handler. */
export const heldBy = (id: string): string => `~${id}`

/** What a case is about and where, as marks: rarer than most words, and never misspelt. */
export const marksOfMatter = ({
  category,
  place,
}: {
  category: string | null
  place: string | null
}): string[] => [...(category ? [`#${category}`] : []), ...(place ? [`%${place}`] : [])]

/**
 * One of these is shown by every case within an officer's reach; none when their reach is not a matter of who has a
 * case: the nation's, or what a contact centre has entered or on the line.
 *
 * @param entitiesOf the entities of a sector
 */
export function marksOfReach(officer: Reacher, entitiesOf: (sector: string) => readonly string[]): string[] {
  const grants = reachingGrants(officer)
  if (grants.some(({ scope, role }) => scope === 'nation' || role === 'agent')) return []
  const marks = grants.flatMap(({ role, scope, scopeId }) => {
    const id = scopeId ?? ''
    const own = role === 'handler' ? [heldBy(officer.id)] : []
    if (scope === 'unit') return [...own, heldBy(id)]
    if (scope === 'sector') return [...own, ...entitiesOf(id).map(ofEntity)]
    // A handler of an entity has what was given to them, not all that it has.
    return role === 'handler' ? own : [ofEntity(id)]
  })
  return [...new Set(marks)]
}
