import { isId, no, type Result, yes } from '#kernel'
import { likenessAmong, queryTerms } from '#language'
import type { Reacher } from '../model/reach.ts'
import { rarityOf } from '../model/search/commonness.ts'
import { marksOfMatter } from '../model/search/marks.ts'
import { similarQuery } from '../model/similar-query.ts'
import * as cases from '../store/cases.ts'
import { vectorsOf } from '../store/opinions.ts'
import { type Candidate, candidates, textOf } from '../store/similar.ts'
import { withinTime } from '../store/within-time.ts'
import type { SearchTools } from './search-desk.ts'

export interface SimilarCase extends Omit<Candidate, 'text'> {
  /** 0 to 1: how much of what is telling in either they have in common. */
  likeness: number
}

const MOST_COMPARED = 40
const MOST = 10
/** Characters of each; what a case is about is said by then. */
const COMPARED = 400
/** Below it two cases have hardly more than their language in common. */
const LEAST = 0.2
/** Milliseconds; a hint that comes late is worth nothing. */
const PATIENCE = 300

/**
 * Open and answered cases that may be about the same thing, the likest first, at most ten and only within
 * reach. Looks at the newest that share some of the rarest words, so that it costs the same however many cases there
 * are.
 */
export async function findSimilar(
  { db, commonness }: Pick<SearchTools, 'db' | 'commonness'>,
  officer: Reacher,
  id: string,
): Promise<Result<SimilarCase[], 'not-found'>> {
  const found = isId(id) ? await cases.findWithinReach(db, officer, id) : undefined
  if (!found) return no('not-found')
  const text = (await textOf(db, id)).slice(0, COMPARED)
  const words = queryTerms(text)
  if (words.length === 0) return yes([])
  const known = await commonness()
  const query = similarQuery([...words, ...marksOfMatter(found)], known)
  const near = await withinTime(db, PATIENCE, (tx) => candidates(tx, officer, id, query, MOST_COMPARED))
  const vectors = await vectorsOf(db, [id, ...(near ?? []).map((each) => each.id)])
  const own = vectors.get(id)
  const likeness = likenessAmong(text, (term) => rarityOf(known, term))
  return yes(
    (near ?? [])
      .map(({ text: other, ...each }) => ({
        ...each,
        likeness: Math.max(likeness(other), nearness(own, vectors.get(each.id))),
      }))
      .filter(({ likeness }) => likeness >= LEAST)
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, MOST),
  )
}

/** How alike two vectors of the operator's model are: the cosine of the angle between them, 0 where one is missing. */
function nearness(one: readonly number[] | undefined, other: readonly number[] | undefined): number {
  if (!one || one.length !== other?.length) return 0
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, each, at) => sum + each * (b[at] ?? 0), 0)
  return Math.max(0, Math.min(1, dot(one, other) / (Math.sqrt(dot(one, one) * dot(other, other)) || 1)))
}
