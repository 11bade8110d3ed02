/** For every term the documents that show it, and what is needed to weigh them (BM25, Robertson and Walker 1994). */
export interface Postings {
  readonly documents: number
  readonly of: ReadonlyMap<string, readonly Posting[]>
}

interface Posting {
  readonly document: number
  readonly times: number
  /** The document's length as a share of the average. */
  readonly length: number
}

/** Repetition is worth less each time; a long text must say more. Measured on Arabic passages, see docs/decisions. */
const REPETITION = 1.2

export function postings(documents: readonly (readonly string[])[]): Postings {
  const average = documents.reduce((sum, terms) => sum + terms.length, 0) / (documents.length || 1) || 1
  const of = new Map<string, Posting[]>()
  for (const [document, terms] of documents.entries()) {
    for (const [term, times] of countOf(terms)) {
      const posting = { document, times, length: terms.length / average }
      const list = of.get(term)
      if (list) list.push(posting)
      else of.set(term, [posting])
    }
  }
  return { documents: documents.length, of }
}

/** Adds to each document's score what the terms say for it, `worth` times. */
export function addScores(
  scores: Float64Array,
  index: Postings,
  terms: readonly string[],
  worth: number,
): void {
  for (const term of new Set(terms)) {
    const list = index.of.get(term) ?? []
    const rarity = Math.log(1 + (index.documents - list.length + 0.5) / (list.length + 0.5))
    for (const { document, times, length } of list) {
      const said = (times * (REPETITION + 1)) / (times + REPETITION * length)
      scores[document] = (scores[document] ?? 0) + worth * rarity * said
    }
  }
}

function countOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
