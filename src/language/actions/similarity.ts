import { compare, cosine, type Side, sideOf } from '../model/comparison.ts'
import { scores } from '../model/linear.ts'
import { searchTerms } from '../model/terms.ts'
import { alike, takeApart } from './take-apart.ts'
import type { SimilarityModel } from './train-similarity.ts'

/** How steeply a score becomes a chance; a score of 1 is the edge of "surely the same". */
const STEEPNESS = 3

/**
 * How likely two texts mean the same, from 0 to 1 and the same in either order: 1 for the same words, 0 when
 * either has none. With a trained model 0.5 is the line between the same and another matter; without one the
 * figure is the share of words and runs of letters in common.
 */
export const similarity = (one: string, other: string, model?: SimilarityModel): number =>
  model ? learned(sideOf(one), sideOf(other), model) : alike(takeApart(one), takeApart(other))

/**
 * How like others a text is, 0 to 1, where it is known how rare words are among them: what hardly anybody
 * says counts most, a greeting or a complaint about the waiting hardly at all.
 *
 * @param rarityOf how telling a term is (as `searchTerms` gives them): the logarithm of how seldom it is said
 */
export function likenessAmong(one: string, rarityOf: (term: string) => number): (other: string) => number {
  const own = new Set(searchTerms(one))
  return (other) => cosine(own, new Set(searchTerms(other)), rarityOf)
}

function learned(one: Side, other: Side, { weighing, linear }: SimilarityModel): number {
  if (one.stems.size === 0 || other.stems.size === 0) return 0
  if (one.runs.symmetricDifference(other.runs).size === 0) return 1
  const [score = 0] = scores(linear, compare(one, other, weighing))
  return 1 / (1 + Math.exp(-STEEPNESS * score))
}
