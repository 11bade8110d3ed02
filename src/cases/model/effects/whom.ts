import type { Situation, Whom } from './situation.ts'

/** Whoever holds a role where the case stands. */
export function holders(role: string, { after, directory }: Situation): Whom[] {
  if (role === 'handler') {
    if (after.handler) return [{ id: after.handler }]
    return after.unit ? [{ role, scope: 'unit', scopeId: after.unit }] : []
  }
  const entity = directory.entity(after.entity) ?? directory.central
  if (role === 'liaison' || role === 'head')
    return entity ? [{ role, scope: 'entity', scopeId: entity.id }] : []
  if (role === 'minister')
    return entity?.sectorId ? [{ role, scope: 'sector', scopeId: entity.sectorId }] : []
  return [nation(role)]
}

export const nation = (role: string): Whom => ({ role, scope: 'nation', scopeId: null })

/** The liaison officers of an entity that works in Sawt itself; for any other the central office has its queue. */
export const ofEntity = ({ after, directory }: Situation): Whom[] =>
  after.entity && directory.joined(after.entity)
    ? [{ role: 'liaison', scope: 'entity', scopeId: after.entity }]
    : []

/** Whoever works on it now: its handler, else the liaison officers. */
export const atWork = (situation: Situation): Whom[] =>
  situation.after.handler ? [{ id: situation.after.handler }] : ofEntity(situation)

/** Whoever must act next, wherever the case stands; the central office where an entity has nobody in Sawt. */
export function whoOwesTheNextAct(situation: Situation): Whom[] {
  const { stage } = situation.after
  if (stage === 'verified') return [nation('releaser')]
  const working = stage === 'with-entity' ? atWork(situation) : []
  return working.length > 0 ? working : [nation('reviewer')]
}
