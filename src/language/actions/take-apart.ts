import { canonical } from '../model/dialect.ts'
import { mix } from '../model/hash.ts'
import { STOP_STEMS } from '../model/stop-words.ts'
import { words } from '../model/words.ts'

/** A text ready to be compared with many others: taking it apart costs many times as much as comparing it. */
export interface TakenApart {
  /** Its different stems, and what the square of each weighs. */
  readonly stems: ReadonlyMap<string, number>
  /** What all of them weigh. */
  readonly weight: number
  /** The hashes of its runs of two to five letters, each once, in their order. */
  readonly runs: Uint32Array
}

export function takeApart(text: string): TakenApart {
  const said = words(text)
  const stems = new Map(said.map(canonical).map((stem) => [stem, STOP_STEMS.has(stem) ? 0.3 ** 2 : 1]))
  const weight = stems.values().reduce((sum, each) => sum + each, 0)
  return { stems, weight, runs: runsOf(new Set(said)) }
}

/**
 * How likely two texts mean the same, from 0 to 1 and the same in either order: the share of words and of runs of
 * letters in common; 1 for the same words, 0 when either has none.
 */
export function alike(one: TakenApart, other: TakenApart): number {
  if (one.stems.size === 0 || other.stems.size === 0) return 0
  const common = inBoth(one.runs, other.runs)
  if (common === one.runs.length && common === other.runs.length) return 1
  const said = weighingInBoth(one.stems, other.stems) / Math.sqrt(one.weight * other.weight)
  return (said + common / Math.sqrt(one.runs.length * other.runs.length)) / 2
}

const SPACE = 32
const SHORTEST_RUN = 2
const LONGEST_RUN = 5

/** A hash grows letter by letter over the padded word. */
function runsOf(words: ReadonlySet<string>): Uint32Array {
  const found = new Set<number>()
  for (const word of words) {
    const length = word.length + 2
    for (let start = 0; start + SHORTEST_RUN <= length; start++) {
      const last = Math.min(start + LONGEST_RUN, length)
      let value = 0x811c9dc5
      for (let at = start; at < last; at++) {
        const letter = at === 0 || at === length - 1 ? SPACE : word.charCodeAt(at - 1)
        value = Math.imul(value ^ letter, 0x01000193)
        if (at > start) found.add(mix(value))
      }
    }
  }
  return Uint32Array.from(found).sort()
}

function inBoth(one: Uint32Array, other: Uint32Array): number {
  let both = 0
  for (let at = 0, beside = 0; at < one.length && beside < other.length; ) {
    const difference = (one[at] as number) - (other[beside] as number)
    if (difference === 0) both++
    if (difference <= 0) at++
    if (difference >= 0) beside++
  }
  return both
}

function weighingInBoth(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let both = 0
  for (const [stem, weight] of few) if (many.has(stem)) both += weight
  return both
}
