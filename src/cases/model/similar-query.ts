/** Of how many cases, roughly, terms are known: the share of them that shows each; a term that is not there is rare. */
export interface Commonness {
  readonly cases: number
  readonly shares: ReadonlyMap<string, number>
}

/** Two tsqueries, either of them perhaps empty. */
export interface SimilarQuery {
  /** For the index of all cases: any of the words that few of them show. */
  readonly rare: string
  /** Any two of the text's rarest words; of a single word, itself. */
  readonly pairs: string
}

/** Terms of a text that are looked at, the rarest; a longer text says its matter more than once. */
const TERMS = 10
/** Cases. An index hands out those of a word that fewer show in about a millisecond. */
const FEW = 1_000
/** What is so rare that the statistics do not know it. */
const RARE = 0.0001
/** Of these every pair is looked for. */
const PAIRED = 7

/**
 * How to find cases that may be about the same. Rare words lead through the index of all cases. Words that are
 * everybody's would make it read tens of thousands, and what they say is mostly of these days, an outage, a flood: pairs
 * of them are looked for among the newest cases only. So the whole costs about the same with ten thousand cases and with
 * a million.
 */
export function similarQuery(terms: readonly string[], { cases, shares }: Commonness): SimilarQuery {
  const shareOf = (term: string) => shares.get(term) ?? RARE
  const rarest = terms.toSorted((one, other) => shareOf(one) - shareOf(other)).slice(0, TERMS)
  const rare = rarest.filter((term) => shareOf(term) * cases <= FEW)
  const groups = rarest.length === 1 ? [rarest] : pairs(rarest.slice(0, PAIRED))
  return { rare: either(rare.map((term) => [term])), pairs: either(groups) }
}

const either = (groups: readonly (readonly string[])[]): string =>
  groups.map((group) => group.map(quoted).join(' & ')).join(' | ')

/** Terms hold letters and digits only. */
const quoted = (term: string): string => `'${term}'`

const pairs = (terms: readonly string[]): string[][] =>
  terms.flatMap((one, at) => terms.slice(at + 1).map((other) => [one, other]))
