import { type Commonness, casesWith, rarityOf, shareOf } from './search/commonness.ts'

/** Three tsqueries, any of them perhaps empty. */
export interface SimilarQuery {
  /** For the index of all cases: a word that hardly anybody used, or two rare ones together. */
  readonly led: string
  /** For the newest cases: any two of the text's rarer words; of a single word, itself. */
  readonly pairs: string
  /** By what is found is ranked: each word or mark, and how telling it is; always as many. */
  readonly telling: readonly { readonly query: string; readonly rarity: number }[]
}

/** Terms of a text that are looked at, the rarest; a longer text says its matter more than once. */
const TERMS = 12
/** Cases. So many that show a word, whatever else they show, are all compared. */
const ALL_COMPARED = 200
/** Cases. An index walks through those of all leading words together in a millisecond or two. */
const WALKED = 2_000
/** Of these every pair is looked for. */
const PAIRED = 8

/**
 * How to find cases that may be about the same. Rare words lead through the index of all cases, as far as it can walk
 * in a moment. Words that are everybody's would make it read tens of thousands, and what they say is mostly of these
 * days, an outage, a flood: pairs of them are looked for among the newest cases only. So the whole costs about the same
 * with ten thousand cases and with a million.
 *
 * @param terms words, and marks like the category and the place
 */
export function similarQuery(terms: readonly string[], known: Commonness): SimilarQuery {
  const rarest = terms.toSorted((one, other) => shareOf(known, one) - shareOf(known, other)).slice(0, TERMS)
  const alone = upTo(ALL_COMPARED, rarest, known)
  const leading = upTo(WALKED, rarest, known)
  // The last of a chain of pairs leads nowhere: it is only looked for beside the others.
  const chained = rarest.slice(0, Math.min(PAIRED, leading.length + 1))
  return {
    led: [...alone.map(quoted), ...pairs(chained)].join(' | '),
    pairs: rarest.length === 1 ? any(rarest) : pairs(rarest.slice(0, PAIRED)).join(' | '),
    telling: Array.from({ length: TERMS }, (_, at) => telling(rarest[at], known)),
  }
}

const telling = (term: string | undefined, known: Commonness) =>
  term ? { query: quoted(term), rarity: rarityOf(known, term) } : { query: '', rarity: 0 }

/** The rarest terms which together no more cases show. */
function upTo(most: number, rarest: readonly string[], known: Commonness): string[] {
  let cases = 0
  return rarest.filter((term) => {
    cases += casesWith(known, term)
    return cases <= most
  })
}

const pairs = (terms: readonly string[]): string[] =>
  terms.slice(0, -1).map((term, at) => `${quoted(term)} & (${any(terms.slice(at + 1))})`)

const any = (terms: readonly string[]): string => terms.map(quoted).join(' | ')

/** Terms hold letters and digits only, marks neither quotes nor backslashes. */
const quoted = (term: string): string => `'${term}'`
