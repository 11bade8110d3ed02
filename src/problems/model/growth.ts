/** What makes a proposal: so many cases of so many people within so many days. */
export const LEAST = { cases: 5, people: 3, days: 60 } as const

/**
 * So long a case can be met by others. What is brought from longer ago is not read at all: it would be too old for a
 * proposal, and for whatever comes now.
 */
export const MET = { hours: 120 * 24 } as const

/** A cluster as it stands: its cases in the days before its newest one, and everything ever. */
export interface Grown {
  lately: number
  people: number
  size: number
  lastAt: Temporal.Instant
}

/** Whether a cluster is worth an analyst's time. What nobody has brought for two months is history. */
export const worthProposing = ({ lately, people, lastAt }: Grown, now: Temporal.Instant): boolean =>
  lately >= LEAST.cases &&
  people >= LEAST.people &&
  Temporal.Instant.compare(lastAt.add({ hours: 24 * LEAST.days }), now) >= 0

/** Clearly grown since it was rejected: twice as large, and by as many as make a proposal. */
export const worthAgain = (size: number, rejectedAtSize: number): boolean =>
  size >= 2 * rejectedAtSize && size >= rejectedAtSize + LEAST.cases

/** The innermost place that most of the cases share; none when they are spread. */
export function placeOf(paths: readonly (readonly string[])[], share = 0.6): string | null {
  const counts = new Map<string, { depth: number; count: number }>()
  for (const path of paths)
    for (const [depth, id] of path.entries())
      counts.set(id, { depth, count: (counts.get(id)?.count ?? 0) + 1 })
  const common = [...counts].filter(([, { count }]) => count >= share * paths.length)
  return common.sort(([, a], [, b]) => b.depth - a.depth)[0]?.[0] ?? null
}

/** What occurs most often; none when nothing occurs. */
export function mostCommon<Item>(items: readonly (Item | null)[]): Item | null {
  const counts = new Map<Item, number>()
  for (const item of items) if (item !== null) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
