/** Of how many cases, roughly, terms are known: the share of them that shows each; a term that is not there is rare. */
export interface Commonness {
  readonly cases: number
  readonly shares: ReadonlyMap<string, number>
}

/** Terms of a text that are looked at, the rarest; a longer text says its matter more than once. */
const TERMS = 10
/** About so many cases are read by words alone, by pairs and by threes: more would cost more than the hint is worth. */
const MOST_READ = 400
/** Pairs, and threes. */
const MOST_GROUPS = 4
/** Words of one matter stand together more often than chance would have it. */
const TOGETHER = 4
/** What is so rare that the statistics do not know it. */
const RARE = 0.0001

/**
 * A tsquery for cases that may be about the same: rare words alone, then pairs and threes of those that are too common
 * alone. Costs about the same with ten thousand cases and with a million, because where words are everybody's it asks
 * for more of them at once. Empty for a text without terms.
 */
export function similarQuery(terms: readonly string[], { cases, shares }: Commonness): string {
  const shareOf = (term: string) => shares.get(term) ?? RARE
  const rarest = terms.toSorted((one, other) => shareOf(one) - shareOf(other)).slice(0, TERMS)
  const read = (group: readonly string[]) => expected(group.map(shareOf), cases)
  const chosen: string[][] = []
  for (const groups of [rarest.map((term) => [term]), pairs(rarest), threes(rarest)]) {
    const covered = [...chosen]
    const fresh = groups.filter(
      (group) => !covered.some((each) => each.every((term) => group.includes(term))),
    )
    chosen.push(...affordable(fresh, read, groups[0]?.length === 1 ? TERMS : MOST_GROUPS))
  }
  // Words that nobody else has used find nobody: the three rarest of the others are asked for in any case.
  const alone = chosen.filter(({ length }) => length === 1).flat()
  const others = rarest.filter((term) => !alone.includes(term)).slice(0, 3)
  const groups = chosen.length > alone.length || others.length === 0 ? chosen : [...chosen, others]
  return groups.map((group) => group.map(quoted).join(' & ')).join(' | ')
}

/** The most telling groups, as long as together they do not read too much. */
function affordable(
  groups: readonly string[][],
  read: (group: readonly string[]) => number,
  most: number,
): string[][] {
  const costs = groups
    .map((group) => ({ group, cost: read(group) }))
    .sort((one, other) => one.cost - other.cost)
  let sum = 0
  return costs
    .filter(({ cost }) => {
      sum += cost
      return sum <= MOST_READ
    })
    .slice(0, most)
    .map(({ group }) => group)
}

/** How many cases show all of some terms. */
const expected = (shares: readonly number[], cases: number): number =>
  Math.min(
    Math.min(...shares) * cases,
    shares.reduce((product, share) => product * share, 1) * cases * TOGETHER ** (shares.length - 1),
  )

/** Terms hold letters and digits only. */
const quoted = (term: string): string => `'${term}'`

const pairs = (terms: readonly string[]): string[][] =>
  terms.flatMap((one, at) => terms.slice(at + 1).map((other) => [one, other]))

const threes = (terms: readonly string[]): string[][] =>
  terms.flatMap((one, at) => pairs(terms.slice(at + 1)).map((others) => [one, ...others]))
