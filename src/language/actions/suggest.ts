import { chances } from '../model/confidence.ts'
import { type Features, features, type Occurrences } from '../model/features.ts'
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
  const witnesses = witnessesOf(shown, vector, model.weighing.rarity.length)
  const spelling = spelled(text)
  return likeliest.slice(0, MOST_SUGGESTIONS).map((label) => ({
    label: model.labels[label] ?? '',
    confidence: chance[label] ?? 0,
    because: reasons(model, witnesses, label).map((word) => spelling.get(word) ?? word),
  }))
}

/** Which word showed which bucket, and how much that bucket weighs in the text. */
interface Witness {
  readonly word: string
  readonly bucket: number
  readonly value: number
}

function witnessesOf({ words, said, spelt }: Features, { buckets, values }: Vector, size: number): Witness[] {
  const weight = new Map<number, number>()
  for (const [at, bucket] of buckets.entries()) weight.set(bucket, values[at] ?? 0)
  const from = ({ ids, owners }: Occurrences): Witness[] =>
    ids.map((id, at) => {
      const bucket = id & (size - 1)
      return { word: words[owners[at] ?? 0] ?? '', bucket, value: weight.get(bucket) ?? 0 }
    })
  return [...from(said), ...from(spelt)].filter(({ word }) => !STOP_WORDS.has(word))
}

/** The words whose features together pull most towards the label. */
function reasons({ linear }: SuggestionModel, witnesses: readonly Witness[], label: number): string[] {
  const pulls = new Map<string, number>()
  for (const { word, bucket, value } of witnesses) {
    const pull = value * (linear.weights[bucket * linear.labels + label] ?? 0)
    pulls.set(word, (pulls.get(word) ?? 0) + pull)
  }
  const strongest = Math.max(0, ...pulls.values())
  return [...pulls]
    .filter(([, pull]) => pull > strongest / 4)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_REASONS)
    .map(([word]) => word)
}

/** From each normalised word to how the person wrote it first. */
function spelled(text: string): Map<string, string> {
  const spelling = new Map<string, string>()
  for (const [written] of text.matchAll(/[\p{L}\p{M}\p{N}\u0640'’]+/gu)) {
    const [word] = words(written)
    if (word && !spelling.has(word)) spelling.set(word, written)
  }
  return spelling
}
