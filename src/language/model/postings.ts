/** For every term the documents that show it, and how much each says of it (BM25, Robertson and Walker 1994). */
export interface Postings {
  readonly documents: number
  readonly of: ReadonlyMap<string, Posting>
}

/** Documents and what they say, side by side: at a few thousand articles objects would take ten times the room. */
interface Posting {
  readonly documents: Int32Array
  readonly said: Float32Array
}

/** Repetition is worth less each time; a long text must say more. Measured on Arabic passages, see docs/decisions. */
const REPETITION = 1.2

export function postings(documents: readonly (readonly string[])[]): Postings {
  const average = documents.reduce((sum, terms) => sum + terms.length, 0) / (documents.length || 1) || 1
  const lists = new Map<string, [documents: number[], said: number[]]>()
  for (const [document, terms] of documents.entries()) {
    for (const [term, times] of countOf(terms)) {
      const list = lists.get(term) ?? [[], []]
      lists.set(term, list)
      list[0].push(document)
      list[1].push(worthOf(times, terms.length / average))
    }
  }
  const of = [...lists].map(([term, [documents, said]]): [string, Posting] => [
    term,
    { documents: Int32Array.from(documents), said: Float32Array.from(said) },
  ])
  return { documents: documents.length, of: new Map(of) }
}

/** What `times` occurrences say. @param length the document's length as a share of the average */
export const worthOf = (times: number, length: number): number =>
  (times * (REPETITION + 1)) / (times + REPETITION * length)

/** How much is learned from a term: the rarer the more. */
export function rarityOf({ documents, of }: Postings, term: string): number {
  const shown = of.get(term)?.documents.length ?? 0
  return Math.log(1 + (documents - shown + 0.5) / (shown + 0.5))
}

/** Adds to each document's score what the terms say for it, `worth` times. */
export function addScores(
  scores: Float64Array,
  index: Postings,
  terms: Iterable<string>,
  worth: number,
): void {
  for (const term of new Set(terms)) {
    const posting = index.of.get(term)
    if (!posting) continue
    const rarity = worth * rarityOf(index, term)
    for (let at = 0; at < posting.documents.length; at++) {
      const document = posting.documents[at] as number
      scores[document] = (scores[document] as number) + rarity * (posting.said[at] as number)
    }
  }
}

function countOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
