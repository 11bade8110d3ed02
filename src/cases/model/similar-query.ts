/** Of how many cases, roughly, terms are known: the share of them that shows each; a term that is not there is rare. */
export interface Commonness {
  readonly cases: number
  readonly shares: ReadonlyMap<string, number>
}

/** Terms of a text that are looked at; a longer text says its matter more than once. */
const TERMS = 10
/** About so many cases may be read: more would not be compared, and cost more than the hint is worth. */
const MOST_READ = 400
/** Words of one matter stand together more often than chance would have it. */
const TOGETHER = 4
/** What is so rare that the statistics do not know it. */
const RARE = 0.0001

/**
 * A tsquery for cases that may be about the same: pairs and threes of the text's rarest terms, the most telling first,
 * until about four hundred cases would be read. Costs the same with ten thousand cases and with ten million, because
 * where words are everybody's it asks for more of them at once. Empty for a text without terms.
 */
export function similarQuery(terms: readonly string[], { cases, shares }: Commonness): string {
  const shareOf = (term: string) => shares.get(term) ?? RARE
  const rarest = terms.toSorted((one, other) => shareOf(one) - shareOf(other)).slice(0, TERMS)
  if (rarest.length < 2) return rarest.map(quoted).join()
  const wanted = [...pairs(rarest), ...threes(rarest)]
    .map((group) => ({ group, read: expected(group.map(shareOf), cases) }))
    .sort((one, other) => one.read - other.read || one.group.length - other.group.length)
  const chosen: string[] = []
  let read = 0
  for (const each of wanted) {
    if (chosen.length > 0 && (read + each.read > MOST_READ || chosen.length === MOST_GROUPS)) break
    chosen.push(each.group.map(quoted).join(' & '))
    read += each.read
  }
  return chosen.join(' | ')
}

const MOST_GROUPS = 20

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
