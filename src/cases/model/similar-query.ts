import { type Commonness, casesWith, shareOf } from './search/commonness.ts'
import { covering, SHORTEST } from './search/stretches.ts'

/** Two tsqueries, either of them perhaps empty, and by which words what they find is ranked. */
export interface SimilarQuery {
  /** For the index of all cases: a rare word beside any other of the text. */
  readonly led: string
  /** For the newest cases: any two of the text's rarest words; of a single word, itself. */
  readonly pairs: string
  /** Any of the rarest words, of the rarer half, of the very rarest: what shows those counts more. */
  readonly ranks: readonly string[]
}

/** Terms of a text that are looked at, the rarest; a longer text says its matter more than once. */
const TERMS = 12
/** Cases. An index walks through those of all leading words together in a few milliseconds. */
const WALKED = 8_000
/** Cases that are looked through for pairs of common words. */
const NEWEST = 8_000
/** Of these every pair is looked for. */
const PAIRED = 7

/**
 * How to find cases that may be about the same. Rare words lead through the index of all cases, as far as it can walk
 * in a moment. Words that are everybody's would make it read tens of thousands, and what they say is mostly of these
 * days, an outage, a flood: pairs of them are looked for among the newest cases only. So the whole costs about the same
 * with ten thousand cases and with a million.
 */
export function similarQuery(terms: readonly string[], known: Commonness): SimilarQuery {
  const rarest = terms.toSorted((one, other) => shareOf(known, one) - shareOf(known, other)).slice(0, TERMS)
  const leading = leadingOf(rarest, known)
  const others = (term: string) => rarest.filter((other) => other !== term)
  const led = rarest.length === 1 ? leading.map(quoted) : leading.map((term) => beside(term, others(term)))
  const paired = rarest.slice(0, PAIRED)
  const pairs =
    rarest.length === 1 ? rarest.map(quoted) : paired.map((term, at) => beside(term, paired.slice(at + 1)))
  const ranks = [TERMS, 6, 3].map((most) => rarest.slice(0, most).map(quoted).join(' | '))
  return { led: led.join(' | '), pairs: pairs.filter(Boolean).join(' | '), ranks }
}

/** Pairs among the newest cases alone. @param end after the last position in the search */
export function amongNewest({ pairs }: Pick<SimilarQuery, 'pairs'>, end: number): string {
  const from = Math.max(0, Math.floor((end - NEWEST) / SHORTEST) * SHORTEST)
  return `(${covering(from, end).map(quoted).join(' | ')}) & (${pairs})`
}

/** The rarest terms which so few cases show that all of these can be walked through. */
function leadingOf(rarest: readonly string[], known: Commonness): string[] {
  let walked = 0
  return rarest.filter((term) => {
    walked += casesWith(known, term)
    return walked <= WALKED
  })
}

const beside = (term: string, others: readonly string[]): string =>
  others.length === 0 ? '' : `${quoted(term)} & (${others.map(quoted).join(' | ')})`

/** Terms hold letters and digits only. */
const quoted = (term: string): string => `'${term}'`
