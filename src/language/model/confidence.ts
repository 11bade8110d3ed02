/**
 * Turns scores into chances. "None of them" stands beside the labels with a score of its own, so that a text
 * that speaks of nothing known does not make the best of many bad answers look sure.
 */
export interface Confidence {
  readonly sharpness: number
  readonly none: number
}

/** A text that was kept from training: its scores, and the right label (-1 when there is none). */
export interface Trial {
  readonly scores: Float32Array
  readonly answer: number
}

const CAUTIOUS: Confidence = { sharpness: 4, none: -0.5 }

/** The sharpness and the score of "none" under which the trials' answers were least surprising. */
export function learnConfidence(trials: readonly Trial[]): Confidence {
  if (trials.length === 0) return CAUTIOUS
  let best = { confidence: CAUTIOUS, surprise: Number.POSITIVE_INFINITY }
  for (const sharpness of [2, 3, 4, 5, 6, 7, 8, 9, 10, 12]) {
    for (const none of [-0.8, -0.7, -0.6, -0.5, -0.4, -0.3, -0.2, -0.1]) {
      const confidence = { sharpness, none }
      const surprise = trials.reduce((sum, trial) => sum + surpriseOf(trial, confidence), 0)
      if (surprise < best.surprise) best = { confidence, surprise }
    }
  }
  return best.confidence
}

/** The chance of each label; together with the chance of none they make one. */
export function chances(scores: Float32Array, { sharpness, none }: Confidence): Float64Array {
  let top = none
  for (const score of scores) if (score > top) top = score
  const parts = new Float64Array(scores.length)
  let total = Math.exp(sharpness * (none - top))
  for (let label = 0; label < scores.length; label++) {
    parts[label] = Math.exp(sharpness * ((scores[label] as number) - top))
    total += parts[label] as number
  }
  for (let label = 0; label < parts.length; label++) parts[label] = (parts[label] as number) / total
  return parts
}

function surpriseOf({ scores, answer }: Trial, { sharpness, none }: Confidence): number {
  const right = answer < 0 ? none : (scores[answer] ?? none)
  let total = Math.exp(sharpness * (none - right))
  for (let label = 0; label < scores.length; label++) {
    total += Math.exp(sharpness * ((scores[label] as number) - right))
  }
  return Math.log(total)
}
