import { isId, no, type Result, yes } from '#kernel'
import { queryTerms, similarity } from '#language'
import type { Reacher } from '../model/reach.ts'
import * as cases from '../store/cases.ts'
import { type Candidate, candidates, textOf } from '../store/similar.ts'
import { withinTime } from '../store/within-time.ts'
import type { Tools } from './act.ts'

export interface SimilarCase extends Omit<Candidate, 'text'> {
  /** 0 to 1: the share of words and runs of letters in common. */
  likeness: number
}

/** Pairs of this many words are looked for; more would read too much of the index. */
const WORDS = 6
const MOST_COMPARED = 60
const MOST = 10
/** Below it two cases have hardly more than their language in common. */
const LEAST = 0.2
/** Milliseconds; a hint that comes late is worth nothing. */
const PATIENCE = 300

/**
 * Open and answered cases that may be about the same thing, the likest first, at most ten and only within
 * reach. Looks at the newest that share two of the longest words, so that it costs the same however many
 * cases there are.
 */
export async function findSimilar(
  { db }: Pick<Tools, 'db'>,
  officer: Reacher,
  id: string,
): Promise<Result<SimilarCase[], 'not-found'>> {
  const found = isId(id) ? await cases.findWithinReach(db, officer, id) : undefined
  if (!found) return no('not-found')
  const text = (await textOf(db, id)).slice(0, 600)
  const query = pairs(queryTerms(text))
  if (!query) return yes([])
  const near = await withinTime(db, PATIENCE, (tx) => candidates(tx, officer, id, query, MOST_COMPARED))
  return yes(
    (near ?? [])
      .map(({ text: other, ...each }) => ({ ...each, likeness: similarity(text, other) }))
      .filter(({ likeness }) => likeness >= LEAST)
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, MOST),
  )
}

/** Any two of the longest words: `'a' & 'b' | 'a' & 'c' | …`. Long words are rare, and rare ones say most. */
function pairs(terms: readonly string[]): string {
  const longest = terms.toSorted((one, other) => other.length - one.length).slice(0, WORDS)
  if (longest.length < 2) return longest.map((term) => `'${term}'`).join()
  return longest
    .flatMap((one, at) => longest.slice(at + 1).map((other) => `'${one}' & '${other}'`))
    .join(' | ')
}
