import { writtenFor } from './dialect.ts'
import { hash, mix } from './hash.ts'
import type { Lexicon } from './latin-letters.ts'
import { sounds } from './sounds.ts'
import { stem } from './stem.ts'
import { words } from './words.ts'

/** What a text shows a classifier: hashed features, and which word each came from. */
export interface Features {
  /** Each word once, in order of its first use. */
  readonly words: readonly string[]
  /** Stems, pairs of stems and the sounds of stems: what is said. */
  readonly said: Occurrences
  /** Runs of two to five letters: what is said in spite of spelling and dialect. */
  readonly spelt: Occurrences
  /** From words in Latin letters to how they were read in Arabic ones; empty for a text that is not so. */
  readonly read: ReadonlyMap<string, string>
}

/** Parallel lists: the hash of a feature, the index of the word that showed it, and how often it did. */
export interface Occurrences {
  readonly ids: Uint32Array
  readonly owners: Uint16Array
  readonly times: Uint16Array
}

/** Sets the hashes of sounds apart from those of stems. */
const SOUNDS = 7
const SHORTEST_RUN = 2
const LONGEST_RUN = 5
/**
 * A text is judged by its first 200 words; what somebody wants is said by then. Of 132 English complaints above 1,200
 * characters 109 found their subject with 200 words, 107 with 300, 102 with 80 (five folds); it bounds the time.
 */
const MOST_WORDS = 200
/** And by no more letters than these, which hold as many words of any language. */
export const MOST_LETTERS = 1_600

export function features(text: string, lexicon?: Lexicon): Features {
  const read = new Map<string, string>()
  const { owners, times, different } = counted(
    words(text.slice(0, MOST_LETTERS), read, lexicon).slice(0, MOST_WORDS),
  )
  const letters = different.reduce((sum, { length }) => sum + length, 0)
  const said = new Filling(2 * different.length + owners.length)
  const spelt = new Filling((letters + 2 * different.length) * (LONGEST_RUN - SHORTEST_RUN + 1))
  const stems = different.map((word, owner) => show(word, owner, times[owner] as number, said, spelt))
  for (let at = 1; at < owners.length; at++) {
    const [before, owner] = [owners[at - 1] as number, owners[at] as number]
    said.add(mix(Math.imul(stems[before] as number, 31) ^ (stems[owner] as number)), owner, 1)
  }
  return { words: different, said: said.filled(), spelt: spelt.filled(), read }
}

/** Each word once, how often it is there, and for every place of the text which one stands there. */
function counted(found: readonly string[]) {
  const known = new Map<string, number>()
  const times: number[] = []
  const owners = found.map((word) => {
    const before = known.get(word)
    const owner = before ?? known.size
    if (before === undefined) known.set(word, owner)
    times[owner] = (times[owner] ?? 0) + 1
    return owner
  })
  return { owners, times, different: [...known.keys()] }
}

/**
 * What a word shows; people repeat themselves, and each word is taken apart once.
 *
 * @returns the hash of its stem
 */
function show(word: string, owner: number, times: number, said: Filling, spelt: Filling): number {
  const bare = stem(word)
  const id = hash(writtenFor(bare))
  said.add(id, owner, times)
  const heard = sounds(bare)
  if (heard.length > 1) said.add(hash(heard, SOUNDS), owner, times)
  addRuns(word, owner, times, spelt)
  return id
}

const SPACE = 32

/** The hashes of every run of two to five letters of the padded word; a hash grows letter by letter. */
function addRuns(word: string, owner: number, times: number, spelt: Filling): void {
  const length = word.length + 2
  const from = spelt.end
  let end = from
  for (let start = 0; start + SHORTEST_RUN <= length; start++) {
    const last = Math.min(start + LONGEST_RUN, length)
    let value = 0x811c9dc5
    for (let at = start; at < last; at++) {
      const letter = at === 0 || at === length - 1 ? SPACE : word.charCodeAt(at - 1)
      value = Math.imul(value ^ letter, 0x01000193)
      if (at > start) spelt.ids[end++] = mix(value ^ 0x5bd1e995)
    }
  }
  spelt.owners.fill(owner, from, end)
  spelt.times.fill(times, from, end)
  spelt.end = end
}

/** Occurrences while they are found; there is room for `most`. */
class Filling implements Occurrences {
  readonly ids: Uint32Array
  readonly owners: Uint16Array
  readonly times: Uint16Array
  end = 0

  constructor(most: number) {
    this.ids = new Uint32Array(most)
    this.owners = new Uint16Array(most)
    this.times = new Uint16Array(most)
  }

  add(id: number, owner: number, times: number): void {
    this.ids[this.end] = id
    this.owners[this.end] = owner
    this.times[this.end] = times
    this.end += 1
  }

  filled(): Occurrences {
    const [ids, owners, times] = [this.ids, this.owners, this.times].map((each) => each.subarray(0, this.end))
    return { ids, owners, times } as Occurrences
  }
}
