/** How many cases used a word: of those of these days, and of those of the weeks before. */
export interface WordCount {
  key: string
  now: number
  before: number
}

/** A word that fewer people used says who they are rather than what happened. */
const LEAST = 3
const MOST = 6

/**
 * Words that stand in more of today's cases than they used to, the most telling first: by how much likelier they have
 * become, weighed by how many used them.
 *
 * @param now the distinct words of each case of these days
 * @param before those of the cases of the weeks before
 */
export function moreFrequent(now: readonly string[][], before: readonly string[][]): WordCount[] {
  const [counts, earlier] = [count(now), count(before)]
  const rate = (n: number, of: number) => (n + 0.5) / (of + 1)
  return [...counts]
    .filter(([word, n]) => n >= LEAST && !/^\p{N}+$/u.test(word))
    .map(([key, n]) => {
      const then = earlier.get(key) ?? 0
      const lift = Math.log(rate(n, now.length) / rate(then, before.length))
      return { key, now: n, before: then, weight: lift * n }
    })
    .filter(({ key, now: n, weight }) => weight > n * LEAST_LIFT && key.length > 1)
    .sort((one, other) => other.weight - one.weight || one.key.localeCompare(other.key))
    .slice(0, MOST)
    .map(({ weight: _, ...word }) => word)
}

/** At least half as likely again. */
const LEAST_LIFT = Math.log(1.5)

function count(cases: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const words of cases) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
