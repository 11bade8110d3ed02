import { type Confidence, learnConfidence, type Trial } from '../model/confidence.ts'
import { type Features, features } from '../model/features.ts'
import { repeatable } from '../model/hash.ts'
import { type Lexicon, lexiconOf } from '../model/latin-letters.ts'
import { fitLinear, type Linear, scores, shuffle } from '../model/linear.ts'
import { learnWeighing, type Weighing, weigh } from '../model/weighing.ts'

export interface Example {
  readonly text: string
  readonly label: string
}

/** What was learned from examples; never changed, shared freely, asked by `suggest`. */
export interface SuggestionModel {
  readonly labels: readonly string[]
  readonly weighing: Weighing
  readonly linear: Linear
  readonly confidence: Confidence
  /** The Arabic words of the examples, by which texts typed in Latin letters are read. */
  readonly lexicon: Lexicon
}

/** Buckets for what is seen: with 103 categories 7 MB up to `MANY` examples, 27 MB beyond. */
const FEW_BUCKETS = 2 ** 14
const MANY_BUCKETS = 2 ** 16
const MANY = 10_000
const MOST_TRIALS = 300

/**
 * Learns to propose labels (categories, intents, entities) from examples in any mix of Arabic and English.
 *
 * The same examples and seed give the same model on every machine. A part of the examples is first kept
 * aside to learn how sure the model may sound; then it learns from all. About half a second for 2,200 phrases.
 */
export function trainSuggestions(examples: readonly Example[], { seed = 1 } = {}): SuggestionModel {
  const labels = [...new Set(examples.map(({ label }) => label))]
  const places = new Map(labels.map((label, place) => [label, place]))
  const size = examples.length > MANY ? MANY_BUCKETS : FEW_BUCKETS
  const lessons = examples.map(({ text, label }) => ({
    text,
    shown: features(text),
    answer: places.get(label) as number,
  }))
  const lexicon = lexiconOf(lessons.flatMap(({ shown }) => (shown.read.size > 0 ? [] : shown.words)))
  for (const lesson of lessons) if (lesson.shown.read.size > 0) lesson.shown = features(lesson.text, lexicon)
  const confidence = tryOut(lessons, lexicon, labels.length, size, seed)
  return { labels, confidence, lexicon, ...learn(lessons, labels.length, size, seed) }
}

interface Lesson {
  readonly text: string
  readonly shown: Features
  readonly answer: number
}

function learn(lessons: readonly Lesson[], labels: number, size: number, seed: number) {
  const weighing = learnWeighing(
    lessons.map(({ shown }) => shown),
    size,
  )
  const scratch = new Float32Array(size)
  const vectors = lessons.map(({ shown }) => weigh(shown, weighing, scratch))
  const answers = lessons.map(({ answer }) => answer)
  return { weighing, linear: fitLinear(vectors, answers, { labels, size, seed }) }
}

/** Learns from most, is asked about the rest, and about the rest spelt backwards, which is nonsense. */
function tryOut(
  lessons: readonly Lesson[],
  lexicon: Lexicon,
  labels: number,
  size: number,
  seed: number,
): Confidence {
  const shuffled = shuffle([...lessons], repeatable(seed))
  const kept = shuffled.splice(0, Math.min(MOST_TRIALS, Math.floor(lessons.length / 5)))
  const { weighing, linear } = learn(shuffled, labels, size, seed)
  const ask = (shown: Features, answer: number): Trial => ({
    scores: scores(linear, weigh(shown, weighing)),
    answer,
  })
  return learnConfidence(
    kept.flatMap(({ text, shown, answer }) => [
      ask(shown, answer),
      ask(features([...text].reverse().join(''), lexicon), -1),
    ]),
  )
}
