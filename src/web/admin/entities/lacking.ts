import type { Entity } from '#entities'

/** How many liaison officers each entity has, by its id. */
export type Liaisons = ReadonlyMap<string, number>

/** The central office must be able to write to whoever does not work in Sawt itself. */
export const lacksContact = ({ active, onboarding, contactEmail, contactPhone }: Entity): boolean =>
  active && onboarding !== 'joined' && !contactEmail && !contactPhone

export const lacksLiaison = ({ id, active, central, onboarding }: Entity, liaisons: Liaisons): boolean =>
  active && !central && onboarding === 'joined' && !liaisons.get(id)
