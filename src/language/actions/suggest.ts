import { chances } from '../model/confidence.ts'
import { type Features, features, type Occurrences } from '../model/features.ts'
import { scores } from '../model/linear.ts'
import { STOP_WORDS } from '../model/stop-words.ts'
import { type Vector, weigh } from '../model/weighing.ts'
import { wordsAsWritten } from '../model/words.ts'
import type { SuggestionModel } from './train-suggestions.ts'

/** A label that may fit: how likely (0 to 1), and the person's own words that speak for it. */
export interface Suggestion {
  readonly label: string
  readonly confidence: number
  readonly because: readonly string[]
}

const MOST_SUGGESTIONS = 5
const MOST_REASONS = 3
/** Words. Reasons are looked for at the beginning, where people say what it is about. */
const REASONED = 120

/** The five likeliest labels of a text, the likeliest first; none for a text without words. */
export function suggest(model: SuggestionModel, text: string): Suggestion[] {
  const shown = features(text)
  if (shown.words.length === 0) return []
  const vector = weigh(shown, model.weighing)
  const chance = chances(scores(model.linear, vector), model.confidence)
  const likeliest = [...chance.keys()].sort((one, other) => (chance[other] ?? 0) - (chance[one] ?? 0))
  const best = likeliest.slice(0, MOST_SUGGESTIONS)
  const speaking = reasons(model, shown, vector, best)
  const spelling = spelled(text, shown, new Set(speaking.flat()))
  return best.map((label, at) => ({
    label: model.labels[label] ?? '',
    confidence: chance[label] ?? 0,
    because: (speaking[at] ?? []).map((word) => spelling.get(word) ?? word),
  }))
}

/** For each label the words whose features together pull most towards it. */
function reasons(
  model: SuggestionModel,
  shown: Features,
  vector: Vector,
  labels: readonly number[],
): string[][] {
  const weights = weightsOf(vector, model.weighing.rarity.length)
  const said = shown.words.slice(0, REASONED)
  const pulls = labels.map(() => new Float64Array(said.length))
  addPulls(pulls, shown.said, weights, model, labels)
  addPulls(pulls, shown.spelt, weights, model, labels)
  return pulls.map((pull) => strongest(said, pull))
}

/** How much each bucket weighs in the text; zero for what it does not show. */
function weightsOf({ buckets, values }: Vector, size: number): Float32Array {
  const weights = new Float32Array(size)
  for (let at = 0; at < buckets.length; at++) weights[buckets[at] as number] = values[at] as number
  return weights
}

function addPulls(
  pulls: readonly Float64Array[],
  { ids, owners }: Occurrences,
  weights: Float32Array,
  { linear }: SuggestionModel,
  labels: readonly number[],
): void {
  for (let at = 0; at < ids.length; at++) {
    const bucket = (ids[at] as number) & (weights.length - 1)
    const [owner, weight, row] = [owners[at] as number, weights[bucket] as number, bucket * linear.labels]
    // Words come in order.
    if (owner >= REASONED) break
    for (let place = 0; place < labels.length; place++) {
      const pull = pulls[place] as Float64Array
      const towards = linear.weights[row + (labels[place] as number)] as number
      pull[owner] = (pull[owner] as number) + weight * towards
    }
  }
}

/** The words with the strongest pull, each once; what pulls less than a quarter of the strongest is no reason. */
function strongest(words: readonly string[], pulls: Float64Array): string[] {
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

/** From each of some normalised words to how the person wrote it first. */
function spelled(text: string, { read }: Features, wanted: ReadonlySet<string>): Map<string, string> {
  const spelling = new Map<string, string>()
  const keep = (word: string, written: string) => {
    if (wanted.has(word) && !spelling.has(word)) spelling.set(word, written)
  }
  for (const { word, written } of wordsAsWritten(text)) {
    if (spelling.size === wanted.size) break
    keep(read.get(word) ?? word, written)
  }
  return spelling
}
