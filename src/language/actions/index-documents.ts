import { canonical } from '../model/dialect.ts'
import { type Postings, postings } from '../model/postings.ts'
import { runs } from '../model/runs.ts'
import { STOP_WORDS } from '../model/stop-words.ts'
import { words } from '../model/words.ts'

export interface Document {
  readonly id: string
  /** A short first line above others is taken for its title. */
  readonly text: string
}

/** Documents ready to be found by `findDocuments`. */
export interface DocumentIndex {
  readonly ids: readonly string[]
  /** The telling words of each in order, as they are written and as stems. */
  readonly texts: readonly Told[]
  readonly said: Postings
  readonly spelt: Postings
}

export interface Told {
  readonly words: readonly string[]
  readonly stems: readonly string[]
}

/** How often a word of the title counts beside the same word below it. */
const TITLE = 3
const LONGEST_TITLE = 120

/** Indexes a few thousand texts (articles, services) in memory; cases are found by the database instead. */
export function indexDocuments(documents: readonly Document[]): DocumentIndex {
  const texts = documents.map(({ text }) => told(text))
  const said = texts.map(({ stems }, at) => {
    const title = told(titleOf(documents[at]?.text ?? '')).stems
    return [...stems, ...Array.from({ length: TITLE - 1 }, () => title).flat()]
  })
  return {
    ids: documents.map(({ id }) => id),
    texts,
    said: postings(said),
    spelt: postings(texts.map(({ words, stems }) => [...runs(stems), ...runs(words)])),
  }
}

/** The words that tell one text from another. */
export function told(text: string): Told {
  const kept = words(text).filter((word) => !STOP_WORDS.has(word))
  return { words: kept, stems: kept.map(canonical) }
}

function titleOf(text: string): string {
  const [first = '', ...others] = text.trim().split(/\r?\n/)
  return others.length > 0 && first.length <= LONGEST_TITLE ? first : ''
}
