import type { Names } from '#entities'

/** A known problem, said on the residents' pages until a moment. */
export interface Announcement {
  id: string
  problemId: string
  text: Names
  category: string | null
  entity: string | null
  place: string | null
  since: Temporal.Instant
  until: Temporal.Instant
}

/** What somebody is about to send. */
export interface About {
  category?: string | null
  entity?: string | null
  /** The places it lies in, outermost first; empty when they did not say. */
  places: readonly string[]
}

/**
 * Whether what somebody is about to send may be about this. The category decides where both have one, the entity
 * otherwise; a place that they named must lie in the announced one, or hold it.
 *
 * @param announced the announced place with all it lies in, outermost first
 */
export function concerns(
  { category, entity }: Pick<Announcement, 'category' | 'entity'>,
  announced: readonly string[],
  about: About,
): boolean {
  const same =
    category && about.category ? category === about.category : Boolean(entity && entity === about.entity)
  if (!same || announced.length === 0 || about.places.length === 0) return same
  const shorter = Math.min(announced.length, about.places.length)
  return announced.slice(0, shorter).every((id, at) => about.places[at] === id)
}
