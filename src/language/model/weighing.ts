import type { Features, Occurrences } from './features.ts'

/** A text as a short list of weighted buckets. Both groups of features count alike, whatever its length. */
export interface Vector {
  readonly buckets: Int32Array
  readonly values: Float32Array
}

/** How rare each bucket was in the texts learned from (the logarithm of the inverse document frequency). */
export interface Weighing {
  readonly rarity: Float32Array
}

/** Learns the rarity of every feature over all texts, in `size` buckets (a power of two). */
export function learnWeighing(texts: readonly Features[], size: number): Weighing {
  const count = new Uint32Array(size)
  const seenIn = new Int32Array(size).fill(-1)
  for (const [at, { said, spelt }] of texts.entries()) {
    for (const ids of [said.ids, spelt.ids]) {
      for (const id of ids) {
        const bucket = id & (size - 1)
        if (seenIn[bucket] === at) continue
        seenIn[bucket] = at
        count[bucket] = (count[bucket] as number) + 1
      }
    }
  }
  return { rarity: Float32Array.from(count, (seen) => Math.log((texts.length + 1) / (seen + 1))) }
}

/**
 * Weighs a text. `scratch` is a blank page with a place for every bucket, handed back blank; whoever weighs
 * many texts hands in the same one.
 */
export function weigh(
  { said, spelt }: Features,
  { rarity }: Weighing,
  scratch = new Float32Array(rarity.length),
): Vector {
  const groups = [weighGroup(said, rarity, scratch), weighGroup(spelt, rarity, scratch)]
  const buckets = new Int32Array(groups.reduce((sum, group) => sum + group.buckets.length, 0))
  let end = 0
  for (const group of groups) {
    for (let at = 0; at < group.buckets.length; at++) {
      const bucket = group.buckets[at] as number
      if (scratch[bucket] === 0) buckets[end++] = bucket
      scratch[bucket] = (scratch[bucket] as number) + (group.values[at] as number)
    }
  }
  const values = new Float32Array(end)
  for (let at = 0; at < end; at++) {
    const bucket = buckets[at] as number
    values[at] = scratch[bucket] as number
    scratch[bucket] = 0
  }
  return { buckets: buckets.slice(0, end), values }
}

/** Repetition counts by its logarithm; the group is brought to length one. */
function weighGroup({ ids, times }: Occurrences, rarity: Float32Array, scratch: Float32Array) {
  const buckets = new Int32Array(ids.length)
  let end = 0
  for (let at = 0; at < ids.length; at++) {
    const bucket = (ids[at] as number) & (rarity.length - 1)
    if (scratch[bucket] === 0) buckets[end++] = bucket
    scratch[bucket] = (scratch[bucket] as number) + (times[at] as number)
  }
  let squares = 0
  const values = new Float64Array(end)
  for (let at = 0; at < end; at++) {
    const bucket = buckets[at] as number
    const often = scratch[bucket] as number
    const value = (often === 1 ? 1 : 1 + Math.log(often)) * (rarity[bucket] as number)
    squares += value * value
    values[at] = value
    scratch[bucket] = 0
  }
  const length = Math.sqrt(squares) || 1
  for (let at = 0; at < end; at++) values[at] = (values[at] as number) / length
  return { buckets: buckets.subarray(0, end), values }
}
