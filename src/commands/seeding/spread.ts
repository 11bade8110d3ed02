import type { Directory } from '#entities'

/** Governorates in their order, more of some than of others, as people live. */
const WEIGHTS = [9, 0, 2, 9, 1, 0, 9, 2, 6, 0, 9, 4]

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
