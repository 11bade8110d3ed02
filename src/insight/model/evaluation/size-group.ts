/** Like is compared with like: entities by how many cases they were handed in a year. */
export const SIZE_GROUPS = [
  { id: 'small', below: 500 },
  { id: 'medium', below: 5_000 },
  { id: 'large', below: Number.POSITIVE_INFINITY },
] as const

/** Those that have not joined are answered for by others, and are a group of their own. */
export type SizeGroup = (typeof SIZE_GROUPS)[number]['id'] | 'not-joined'
export const GROUP_IDS: readonly SizeGroup[] = ['large', 'medium', 'small', 'not-joined']

/** A group of fewer is no comparison, and would show one entity another's figures. */
export const LEAST_IN_GROUP = 3

/** @param handed cases in the twelve months up to the month's end */
export const sizeGroup = (handed: number, joined: boolean): SizeGroup =>
  joined ? (SIZE_GROUPS.find(({ below }) => handed < below)?.id ?? 'large') : 'not-joined'
