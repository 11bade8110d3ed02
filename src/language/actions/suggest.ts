import { chances } from '../model/confidence.ts'
import { type Features, features, type Occurrences } from '../model/features.ts'
import { arabicOf } from '../model/latin-letters.ts'
import { scores } from '../model/linear.ts'
import { STOP_WORDS } from '../model/stop-words.ts'
import { type Vector, weigh } from '../model/weighing.ts'
import { words } from '../model/words.ts'
import type { SuggestionModel } from './train-suggestions.ts'

/** A label that may fit: how likely (0 to 1), and the person's own words that speak for it. */
export interface Suggestion {
  readonly label: string
  readonly confidence: number
  readonly because: readonly string[]
}

const MOST_SUGGESTIONS = 5
const MOST_REASONS = 3

/** The five likeliest labels of a text, the likeliest first; none for a text without words. */
export function suggest(model: SuggestionModel, text: string): Suggestion[] {
  const shown = features(text)
  if (shown.words.length === 0) return []
  const vector = weigh(shown, model.weighing)
  const chance = chances(scores(model.linear, vector), model.confidence)
  const likeliest = [...chance.keys()].sort((one, other) => (chance[other] ?? 0) - (chance[one] ?? 0))
  const weights = weightsOf(vector, model.weighing.rarity.length)
  const spelling = spelled(text)
  return likeliest.slice(0, MOST_SUGGESTIONS).map((label) => ({
    label: model.labels[label] ?? '',
    confidence: chance[label] ?? 0,
    because: reasons(model, shown, weights, label).map((word) => spelling.get(word) ?? word),
  }))
}

/** How much each bucket weighs in the text; zero for what it does not show. */
function weightsOf({ buckets, values }: Vector, size: number): Float32Array {
  const weights = new Float32Array(size)
  for (const [at, bucket] of buckets.entries()) weights[bucket] = values[at] ?? 0
  return weights
}

/** The words whose features together pull most towards the label. */
function reasons({ linear }: SuggestionModel, shown: Features, weights: Float32Array, label: number) {
  const pulls = new Float32Array(shown.words.length)
  const add = ({ ids, owners }: Occurrences) => {
    for (let at = 0; at < ids.length; at++) {
      const bucket = (ids[at] as number) & (weights.length - 1)
      const owner = owners[at] as number
      const pull = (weights[bucket] as number) * (linear.weights[bucket * linear.labels + label] as number)
      pulls[owner] = (pulls[owner] as number) + pull
    }
  }
  add(shown.said)
  add(shown.spelt)
  return strongest(shown.words, pulls)
}

/** The words with the strongest pull, each once; what pulls less than a quarter of the strongest is no reason. */
function strongest(words: readonly string[], pulls: Float32Array): string[] {
  const total = new Map<string, number>()
  for (const [at, word] of words.entries()) {
    if (!STOP_WORDS.has(word)) total.set(word, (total.get(word) ?? 0) + (pulls[at] ?? 0))
  }
  const least = Math.max(0, ...total.values()) / 4
  return [...total]
    .filter(([, pull]) => pull > least)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_REASONS)
    .map(([word]) => word)
}

/** From each normalised word to how the person wrote it first. */
function spelled(text: string): Map<string, string> {
  const spelling = new Map<string, string>()
  for (const [written] of text.matchAll(/[\p{L}\p{M}\p{N}\u0640'’]+/gu)) {
    const [word] = words(written)
    if (!word) continue
    // Read in the company of other words it may have been Arabic in Latin letters.
    if (!spelling.has(word)) spelling.set(word, written)
    const read = arabicOf(word)
    if (!spelling.has(read)) spelling.set(read, written)
  }
  return spelling
}
