import { repeatable } from './hash.ts'
import type { Vector } from './weighing.ts'

/** One separating plane per label: the weights of a bucket for all labels lie side by side. */
export interface Linear {
  readonly labels: number
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/** What is fitted, and from where: from nothing, or from planes that only have to take in some more texts. */
export interface Fitting {
  readonly labels: number
  /** Buckets. */
  readonly size: number
  readonly seed: number
  readonly from?: Linear
}

/** What a wrong side costs; measured best on both few phrases and many questions. */
const COST = 0.5
const ROUNDS = 5

/**
 * Fits one-against-the-rest support vector machines with squared hinge loss by dual coordinate descent
 * (Hsieh et al. 2008), all labels in one pass. It beat softmax regression on few examples and is as good on many.
 */
export function fitLinear(
  vectors: readonly Vector[],
  answers: readonly number[],
  { labels, size, seed, from }: Fitting,
): Linear {
  const model = {
    labels,
    weights: from ? from.weights.slice() : new Float32Array(size * labels),
    bias: from ? from.bias.slice() : new Float32Array(labels),
  }
  const lengths = vectors.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1))
  const support = new Float32Array(vectors.length * labels)
  const order = [...vectors.keys()]
  const random = repeatable(seed)
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of shuffle(order, random)) {
      const vector = vectors[at] as Vector
      const change = scores(model, vector)
      const own = support.subarray(at * labels, (at + 1) * labels)
      if (settle(change, own, answers[at] ?? -1, lengths[at] ?? 1)) apply(model, vector, change)
    }
  }
  return model
}

/** How far a text lies on each label's side of its plane; around 1 for a sure yes, -1 for a sure no. */
export function scores({ labels, weights, bias }: Linear, vector: Vector): Float32Array {
  const { buckets, values } = vector
  const sums = new Float64Array(bias)
  let at = 0
  for (; at + 7 < buckets.length; at += 8) addEight(sums, weights, vector, at)
  for (; at < buckets.length; at++) {
    const row = (buckets[at] as number) * labels
    const value = values[at] as number
    for (let label = 0; label < labels; label++) {
      sums[label] = (sums[label] as number) + value * (weights[row + label] as number)
    }
  }
  return new Float32Array(sums)
}

/**
 * Adds eight buckets at a time, which is most of a proposal's time: the sums are read and written an eighth as often,
 * and eight rows of weights are waited for at once.
 */
function addEight(sums: Float64Array, weights: Float32Array, { buckets, values }: Vector, at: number): void {
  const a = (buckets[at] as number) * sums.length
  const b = (buckets[at + 1] as number) * sums.length
  const c = (buckets[at + 2] as number) * sums.length
  const d = (buckets[at + 3] as number) * sums.length
  const e = (buckets[at + 4] as number) * sums.length
  const f = (buckets[at + 5] as number) * sums.length
  const g = (buckets[at + 6] as number) * sums.length
  const h = (buckets[at + 7] as number) * sums.length
  const va = values[at] as number
  const vb = values[at + 1] as number
  const vc = values[at + 2] as number
  const vd = values[at + 3] as number
  const ve = values[at + 4] as number
  const vf = values[at + 5] as number
  const vg = values[at + 6] as number
  const vh = values[at + 7] as number
  for (let label = 0; label < sums.length; label++) {
    sums[label] =
      (sums[label] as number) +
      (va * (weights[a + label] as number) +
        vb * (weights[b + label] as number) +
        vc * (weights[c + label] as number) +
        vd * (weights[d + label] as number)) +
      (ve * (weights[e + label] as number) +
        vf * (weights[f + label] as number) +
        vg * (weights[g + label] as number) +
        vh * (weights[h + label] as number))
  }
}

/** Shuffles in place (Fisher and Yates) with a given source of chance. */
export function shuffle<Item>(items: Item[], random: () => number): Item[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[items[at], items[other]] = [items[other] as Item, items[at] as Item]
  }
  return items
}

/** The best new support of one example for every label; leaves the changes in `sums`, says whether any is. */
function settle(sums: Float32Array, support: Float32Array, answer: number, length: number): boolean {
  const slack = 1 / (2 * COST)
  let changed = false
  for (let label = 0; label < sums.length; label++) {
    const side = label === answer ? 1 : -1
    const old = support[label] as number
    const slope = side * (sums[label] as number) - 1 + old * slack
    const next = Math.max(0, old - slope / (length + slack))
    support[label] = next
    sums[label] = (next - old) * side
    if (next !== old) changed = true
  }
  return changed
}

function apply({ labels, weights, bias }: Linear, { buckets, values }: Vector, change: Float32Array): void {
  for (let label = 0; label < labels; label++)
    bias[label] = (bias[label] as number) + (change[label] as number)
  for (let at = 0; at < buckets.length; at++) {
    const row = (buckets[at] as number) * labels
    const value = values[at] as number
    for (let label = 0; label < labels; label++) {
      weights[row + label] = (weights[row + label] as number) + value * (change[label] as number)
    }
  }
}
