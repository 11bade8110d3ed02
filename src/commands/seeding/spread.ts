import type { Directory } from '#entities'

/** Governorates in their order, more of some than of others, as people live. */
const WEIGHTS = [4, 0, 1, 4, 2, 0, 7, 4, 3, 0, 4, 5]

/**
 * Where the nth case of a demonstration is, so that its maps have something to show; only a complaint is about a place,
 * and not each says where.
 *
 * @returns what a submission takes
 */
export function somewhere(directory: Directory, nth: number, type: string): { place?: { id: string } } {
  if (type !== 'complaint' || nth % 6 === 5) return {}
  const governorates = directory.places(null, 'ar')
  const found = governorates[(WEIGHTS[nth % WEIGHTS.length] ?? 0) % governorates.length]
  return found ? { place: { id: found.id } } : {}
}
