import { compare, cosine, type Side, sideOf } from '../model/comparison.ts'
import { scores } from '../model/linear.ts'
import { STOP_STEMS } from '../model/stop-words.ts'
import { searchTerms } from '../model/terms.ts'
import type { SimilarityModel } from './train-similarity.ts'

/** How steeply a score becomes a chance; a score of 1 is the edge of "surely the same". */
const STEEPNESS = 3

/**
 * How likely two texts mean the same, from 0 to 1 and the same in either order: 1 for the same words, 0 when
 * either has none. With a trained model 0.5 is the line between the same and another matter; without one the
 * figure is the share of words and runs of letters in common.
 */
export const similarity = (one: string, other: string, model?: SimilarityModel): number =>
  likeness(sideOf(one), sideOf(other), model)

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

function likeness(...[one, other, model]: [Side, Side, SimilarityModel | undefined]): number {
  const sides: [Side, Side] = [one, other]
  if (sides.some(({ stems }) => stems.size === 0)) return 0
  if (sides[0].runs.symmetricDifference(sides[1].runs).size === 0) return 1
  return model ? learned(...sides, model) : shared(...sides)
}

function learned(one: Side, other: Side, { weighing, linear }: SimilarityModel): number {
  const [score = 0] = scores(linear, compare(one, other, weighing))
  return 1 / (1 + Math.exp(-STEEPNESS * score))
}

function shared(one: Side, other: Side): number {
  const said = cosine(one.stems, other.stems, (stem) => (STOP_STEMS.has(stem) ? 0.3 : 1))
  return (said + cosine(one.runs, other.runs, () => 1)) / 2
}
