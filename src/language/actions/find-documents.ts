import { addScores } from '../model/postings.ts'
import { runs } from '../model/runs.ts'
import { terms } from '../model/terms.ts'
import type { DocumentIndex } from './index-documents.ts'

export interface Found {
  readonly id: string
  /** Comparable within one search only. */
  readonly score: number
}

/** A shared run of letters is worth a fifth of a shared word, but there are many more of them. */
const WORTH_OF_RUN = 0.2

/** The documents that answer a query best, the best first; none when no word and no run of letters is shared. */
export function findDocuments(index: DocumentIndex, query: string, most = 10): Found[] {
  const asked = terms(query)
  const scores = new Float64Array(index.ids.length)
  addScores(scores, index.said, asked, 1)
  addScores(scores, index.spelt, runs(asked), WORTH_OF_RUN)
  return index.ids
    .map((id, at) => ({ id, score: scores[at] ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
}
