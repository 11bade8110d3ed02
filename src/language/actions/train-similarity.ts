import { COMPARISON_BUCKETS, compare, sideOf } from '../model/comparison.ts'
import { features } from '../model/features.ts'
import { fitLinear, type Linear } from '../model/linear.ts'
import { learnWeighing, type Weighing } from '../model/weighing.ts'

/** Two texts, and whether people took them to mean the same. */
export interface Pair {
  readonly one: string
  readonly other: string
  readonly same: boolean
}

/** What was learned about differences that matter; never changed, asked by `similarity`. */
export interface SimilarityModel {
  readonly weighing: Weighing
  readonly linear: Linear
}

const RARITY_BUCKETS = 2 ** 16

/** Learns which differences make another matter of it. The same pairs and seed give the same model. */
export function trainSimilarity(pairs: readonly Pair[], { seed = 1 } = {}): SimilarityModel {
  const texts = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]
  const weighing = learnWeighing(
    texts.map((text) => features(text)),
    RARITY_BUCKETS,
  )
  const sides = new Map(texts.map((text) => [text, sideOf(text)]))
  const side = (text: string) => sides.get(text) ?? sideOf(text)
  const vectors = pairs.map(({ one, other }) => compare(side(one), side(other), weighing))
  // One plane: a pair that means the same is label 0, any other none.
  const answers = pairs.map(({ same }) => (same ? 0 : -1))
  return { weighing, linear: fitLinear(vectors, answers, { labels: 1, size: COMPARISON_BUCKETS, seed }) }
}
