import { type Directory, ownerAt, type Place } from '#entities'

/** Governorates in their order, more of some than of others, as people live. */
const WEIGHTS = [9, 0, 2, 9, 1, 0, 9, 2, 6, 0, 9, 4]

/**
 * Where the nth case of a demonstration is, so that its maps have something to show; only a complaint is about a place,
 * and not each says where.
 *
 * @returns what a submission takes
 */
export function somewhere(
  directory: Directory,
  nth: number,
  { type, category }: { type: string; category?: string },
): { place?: { id: string } } {
  if (type !== 'complaint' || nth % 6 === 5) return {}
  const found = governorateOf(directory, category, WEIGHTS[nth % WEIGHTS.length] ?? 0)
  return found ? { place: { id: found.id } } : {}
}

/** The nth governorate, counted round, of those in which the category's usual entity answers: all, where it is the nation's. */
export function governorateOf(
  directory: Directory,
  category: string | undefined,
  nth: number,
): Place | undefined {
  const usual = directory.category(category)?.entityId ?? undefined
  const served = directory
    .places(null, 'ar')
    .filter(({ id }) => ownerAt(directory, category, id)?.id === usual)
  return served[nth % served.length]
}
