import type { Line, Tie } from './suppress-tables.ts'

/**
 * Lines of two tables that are about the same cases: everything that is connected by some case stands together. Where
 * all is one, that is the total, which is known anyway.
 *
 * @param pairs lines of the one table and the other that have a case in common
 */
export function tiesBetween(
  one: number,
  other: number,
  pairs: readonly (readonly [number, number])[],
): Tie[] {
  const leads = new Map<string, string>()
  const leadOf = (name: string): string => {
    const next = leads.get(name) ?? name
    return next === name ? name : leadOf(next)
  }
  for (const [left, right] of pairs) leads.set(leadOf(`one ${left}`), leadOf(`other ${right}`))
  const groups = Map.groupBy(pairs, ([left]) => leadOf(`one ${left}`))
  if (groups.size < 2) return []
  return [...groups.values()].map((group) => ({
    one: unique(group.map(([left]) => left)).map((at): Line => [one, at]),
    other: unique(group.map(([, right]) => right)).map((at): Line => [other, at]),
  }))
}

const unique = (lines: readonly number[]) => [...new Set(lines)].sort((a, b) => a - b)
