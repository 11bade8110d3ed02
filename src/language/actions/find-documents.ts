import { addScores, rarityOf, worthOf } from '../model/postings.ts'
import { relatedTo } from '../model/related.ts'
import { runs, runsOf } from '../model/runs.ts'
import { type DocumentIndex, told } from './index-documents.ts'

export interface Found {
  readonly id: string
  /** Comparable within one search only. */
  readonly score: number
}

/** A shared run of letters is worth a fifth of a shared word, but there are many more of them. */
const WORTH_OF_RUN = 0.2
/** What says all that was asked within a few words is worth more than what says it here and there. */
const WORTH_OF_NEARNESS = 0.15
const NEAR = 20
/** Nearness is looked at in the best ones only; it never brings up what was not nearly found. */
const LOOKED_AT = 10
/** A word of the other language stands for the one asked; one that is only about the same counts for less. */
const WORTH_OF_SAME = 0.8
const WORTH_OF_NEAR = 0.3

/** The documents that answer a query best, the best first; none when no word and no run of letters is shared. */
export function findDocuments(index: DocumentIndex, query: string, most = 10): Found[] {
  const asked = told(query)
  const stems = [...new Set(asked.stems)]
  const spelt = new Set([...runs(stems), ...runs(asked.words)])
  const scores = new Float64Array(index.ids.length)
  addScores(scores, index.said, stems, 1)
  addScores(scores, index.spelt, spelt, WORTH_OF_RUN)
  addRelated(scores, index, stems)
  const best = [...scores.keys()]
    .filter((at) => (scores[at] ?? 0) > 0)
    .sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
    .slice(0, Math.max(LOOKED_AT, most))
  return best
    .map((at, place) => ({
      id: index.ids[at] ?? '',
      score: (scores[at] ?? 0) + (place < LOOKED_AT ? WORTH_OF_NEARNESS * nearness(index, at, spelt) : 0),
    }))
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
}

function addRelated(scores: Float64Array, { said, spelt }: DocumentIndex, stems: readonly string[]): void {
  const related = stems.map(relatedTo)
  const same = related.flatMap((each) => each.same)
  const near = related.flatMap((each) => each.near).filter((stem) => !stems.includes(stem))
  addScores(scores, said, same, WORTH_OF_SAME)
  // Nobody wrote these words: two letters in common say nothing about them.
  const long = runs(same).filter((run) => run.length > 2)
  addScores(scores, spelt, long, WORTH_OF_RUN * WORTH_OF_SAME)
  addScores(scores, said, near, WORTH_OF_NEAR)
}

/** What the best stretch of a document says of the runs asked for; stretches overlap by half. */
function nearness({ texts, spelt }: DocumentIndex, document: number, asked: ReadonlySet<string>): number {
  const { words = [], stems = [] } = texts[document] ?? {}
  const shown = words.map((word, at) =>
    [...runsOf(stems[at] ?? ''), ...runsOf(word)].filter((run) => asked.has(run)),
  )
  let most = 0
  for (let start = 0; start < Math.max(1, shown.length - NEAR / 2); start += NEAR / 2) {
    const times = new Map<string, number>()
    for (const runs of shown.slice(start, start + NEAR)) {
      for (const run of runs) times.set(run, (times.get(run) ?? 0) + 1)
    }
    let said = 0
    for (const [run, count] of times) said += rarityOf(spelt, run) * worthOf(count, 1)
    most = Math.max(most, said)
  }
  return most
}
