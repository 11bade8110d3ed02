import { type Postings, postings } from '../model/postings.ts'
import { runs } from '../model/runs.ts'
import { terms } from '../model/terms.ts'

export interface Document {
  readonly id: string
  readonly text: string
}

/** Documents ready to be found by `findDocuments`. */
export interface DocumentIndex {
  readonly ids: readonly string[]
  readonly said: Postings
  readonly spelt: Postings
}

/** Indexes a few thousand texts (articles, services) in memory; cases are found by the database instead. */
export function indexDocuments(documents: readonly Document[]): DocumentIndex {
  const said = documents.map(({ text }) => terms(text))
  return { ids: documents.map(({ id }) => id), said: postings(said), spelt: postings(said.map(runs)) }
}
