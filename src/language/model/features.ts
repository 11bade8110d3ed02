import { canonical } from './dialect.ts'
import { hash, mix } from './hash.ts'
import { sounds } from './sounds.ts'
import { stem } from './stem.ts'
import { words } from './words.ts'

/** What a text shows a classifier: hashed features, and which word each came from. */
export interface Features {
  readonly words: readonly string[]
  /** Stems, pairs of stems and the sounds of stems: what is said. */
  readonly said: Occurrences
  /** Runs of two to five letters: what is said in spite of spelling and dialect. */
  readonly spelt: Occurrences
}

/** Parallel lists: the hash of a feature, and the index of the word that showed it. */
export interface Occurrences {
  readonly ids: number[]
  readonly owners: number[]
}

/** Sets the hashes of sounds apart from those of stems. */
const SOUNDS = 7
const SHORTEST_RUN = 2
const LONGEST_RUN = 5
/** A text is judged by its first 600 words; what somebody wants is said by then. */
const MOST_WORDS = 600

export function features(text: string): Features {
  const found = words(text).slice(0, MOST_WORDS)
  const said: Occurrences = { ids: [], owners: [] }
  const spelt: Occurrences = { ids: [], owners: [] }
  let before = 0
  for (const [owner, word] of found.entries()) {
    const id = hash(canonical(word))
    add(said, id, owner)
    if (owner > 0) add(said, mix(Math.imul(before, 31) ^ id), owner)
    before = id
    addRuns(spelt, ` ${word} `, owner)
    const heard = sounds(stem(word))
    if (heard.length > 1) add(said, hash(heard, SOUNDS), owner)
  }
  return { words: found, said, spelt }
}

function add(to: Occurrences, id: number, owner: number): void {
  to.ids.push(id)
  to.owners.push(owner)
}

/** Every run of letters of the padded word; the hash grows letter by letter. */
function addRuns(to: Occurrences, padded: string, owner: number): void {
  for (let start = 0; start + SHORTEST_RUN <= padded.length; start++) {
    let value = 0x811c9dc5
    const end = Math.min(start + LONGEST_RUN, padded.length)
    for (let at = start; at < end; at++) {
      value = Math.imul(value ^ padded.charCodeAt(at), 0x01000193)
      if (at - start + 1 >= SHORTEST_RUN) add(to, mix(value ^ 0x5bd1e995), owner)
    }
  }
}
