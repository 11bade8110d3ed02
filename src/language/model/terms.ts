import { canonical } from './dialect.ts'
import { relatedTo } from './related.ts'
import { STOP_WORDS } from './stop-words.ts'
import { words } from './words.ts'

/** A long text is known by its first 400 distinct terms; a query by its first 32. */
const MOST_TERMS = 400
const MOST_QUERY_TERMS = 32
const MOST_STANDING_FOR = 6

/**
 * The terms under which a text is found: distinct light stems, spoken words as their written ones, in order of
 * first use; letters and digits only, each at most 40 characters, at most 400. Empty for a text without words.
 *
 * They are stored, so a change of the normaliser, the stems or the word list means indexing anew.
 */
export const searchTerms = (text: string): string[] => distinctTerms(text, MOST_TERMS)

/** The terms of what somebody looks for, made exactly as `searchTerms` makes them; at most 32. */
export const queryTerms = (text: string): string[] => distinctTerms(text, MOST_QUERY_TERMS)

/**
 * The terms of what somebody looks for, each with what may stand for it in the other language: a text answers when it
 * shows at least one of every group. At most 32 groups of at most six.
 */
export const askedTerms = (text: string): string[][] =>
  queryTerms(text).map((term) => [term, ...relatedTo(term).same].slice(0, MOST_STANDING_FOR))

/** Every word of a text that carries meaning, as its stem, in order and with repetitions. */
export const terms = (text: string): string[] =>
  words(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(canonical)

function distinctTerms(text: string, most: number): string[] {
  const found = new Set<string>()
  for (const term of terms(text)) {
    if (found.size === most) break
    found.add(term)
  }
  return [...found]
}
