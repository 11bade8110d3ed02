import { share } from '../model/figures.ts'
import { findDocuments } from './find-documents.ts'
import { type Document, indexDocuments } from './index-documents.ts'

/** What somebody looks for, and the id of the document that answers it. */
export interface Question {
  readonly query: string
  readonly target: string
}

export interface SearchFigures {
  readonly n: number
  readonly recallAt1: number
  readonly recallAt5: number
  readonly recallAt10: number
}

/** How often the document that answers stands first, among five, among ten. */
export function evaluateSearch(
  documents: readonly Document[],
  questions: readonly Question[],
): SearchFigures {
  const index = indexDocuments(documents)
  const places = questions.map(({ query, target }) =>
    findDocuments(index, query, 10).findIndex(({ id }) => id === target),
  )
  const within = (most: number) => share(places, (place) => place >= 0 && place < most)
  return { n: questions.length, recallAt1: within(1), recallAt5: within(5), recallAt10: within(10) }
}
