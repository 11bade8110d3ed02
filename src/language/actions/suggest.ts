import { chances } from '../model/confidence.ts'
import { type Features, features, MOST_LETTERS, type Occurrences } from '../model/features.ts'
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
/** Different words. Reasons are looked for at the beginning, where people say what it is about. */
const REASONED = 120

/** The five likeliest labels of a text, the likeliest first; none for a text without words. */
export function suggest(model: SuggestionModel, text: string): Suggestion[] {
  const shown = features(text, model.lexicon)
  if (shown.words.length === 0) return []
  const page = new Float32Array(model.weighing.rarity.length)
  const vector = weigh(shown, model.weighing, page)
  const chance = chances(scores(model.linear, vector), model.confidence)
  const best = likeliest(chance)
  const speaking = reasons(model, shown, weightsOn(page, vector), best)
  const spelling = spelled(text.slice(0, MOST_LETTERS), shown, new Set(speaking.flat()))
  return best.map((label, at) => ({
    label: model.labels[label] ?? '',
    confidence: chance[label] ?? 0,
    because: (speaking[at] ?? []).map((word) => spelling.get(word) ?? word),
  }))
}

function likeliest(chance: Float64Array): number[] {
  const best: number[] = []
  for (let label = 0; label < chance.length; label++) {
    let at = best.length
    while (at > 0 && (chance[best[at - 1] as number] as number) < (chance[label] as number)) at -= 1
    if (at === MOST_SUGGESTIONS) continue
    best.splice(at, 0, label)
    best.length = Math.min(best.length, MOST_SUGGESTIONS)
  }
  return best
}

/** For each label the words whose features together pull most towards it. */
function reasons(
  model: SuggestionModel,
  shown: Features,
  weights: Float32Array,
  labels: readonly number[],
): string[][] {
  const said = shown.words.slice(0, REASONED)
  const pulls = new Float64Array(said.length * labels.length)
  addPulls(pulls, shown.said, weights, model, labels)
  addPulls(pulls, shown.spelt, weights, model, labels)
  const telling = [...said.keys()].filter((at) => !STOP_WORDS.has(said[at] as string))
  return labels.map((_, place) =>
    strongest(telling, (at) => pulls[at * labels.length + place] as number).map((at) => said[at] as string),
  )
}

/** Writes on a blank page how much each bucket weighs in the text. */
function weightsOn(page: Float32Array, { buckets, values }: Vector): Float32Array {
  for (let at = 0; at < buckets.length; at++) page[buckets[at] as number] = values[at] as number
  return page
}

/** For each word how much it pulls towards each of the labels. */
function addPulls(
  pulls: Float64Array,
  { ids, owners, times }: Occurrences,
  weights: Float32Array,
  { linear }: SuggestionModel,
  labels: readonly number[],
): void {
  for (let at = 0; at < ids.length; at++) {
    const owner = owners[at] as number
    if (owner >= REASONED) continue
    const bucket = (ids[at] as number) & (weights.length - 1)
    const weight = (weights[bucket] as number) * (times[at] as number)
    const [row, first] = [bucket * linear.labels, owner * labels.length]
    for (let place = 0; place < labels.length; place++) {
      const towards = linear.weights[row + (labels[place] as number)] as number
      pulls[first + place] = (pulls[first + place] as number) + weight * towards
    }
  }
}

/** Which of some words pull the strongest; what pulls less than a quarter of the strongest is no reason. */
function strongest(among: readonly number[], pullOf: (word: number) => number): number[] {
  const least = among.reduce((most, at) => Math.max(most, pullOf(at)), 0) / 4
  return among
    .filter((at) => pullOf(at) > least)
    .sort((one, other) => pullOf(other) - pullOf(one))
    .slice(0, MOST_REASONS)
}

/** From each of some normalised words to how the person wrote it first. */
function spelled(text: string, { read }: Features, wanted: ReadonlySet<string>): Map<string, string> {
  const spelling = new Map<string, string>()
  for (const { word, written } of wordsAsWritten(text)) {
    if (spelling.size === wanted.size) break
    const meant = read.get(word) ?? word
    if (wanted.has(meant) && !spelling.has(meant)) spelling.set(meant, written)
  }
  return spelling
}
