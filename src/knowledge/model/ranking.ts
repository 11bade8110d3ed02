import { queryTerms, searchTerms, similarity } from '#language'

/** What is looked through for an answer. */
export interface Rankable {
  /** Titles and everyday questions, a line each. */
  asked: string
  /** Answer and body in both languages. */
  text: string
  /** How alike the best-spelt stretch of the questions is, letter by letter, 0 to 1. */
  spelt?: number
}

/** How well an article answers, 0 to 1, and whether the chatbot may give it as the answer. */
export type Ranked<Item extends Rankable> = Item & { score: number; sure: boolean }

/** Below it an article shares hardly more than its language with the question. */
const LEAST = 0.16

/**
 * From here an article is given as the answer, if it also speaks of so much of the question; below it is offered
 * among others. Set between the seeds' own questions asked in other words, and questions about other things.
 */
const SURE = { score: 0.46, covered: 0.5 }

/** What is only spelt alike stands behind what shares words. */
const SPELLING_COUNTS = 0.35

/**
 * Articles by how well they answer: how like the likeliest of their questions it is, and how much of it they speak
 * of at all.
 */
export function rank<Item extends Rankable>(query: string, items: readonly Item[]): Ranked<Item>[] {
  const wanted = queryTerms(query)
  return items
    .map((item) => ({ ...item, ...judged(query, wanted, item) }))
    .filter(({ score }) => score >= LEAST)
    .sort((one, other) => other.score - one.score)
}

/** From here the subject of a question is known well enough to tell another subject's article from its answer. */
const KNOWN_SUBJECT = 0.4

/** Below it an article about the service itself shares a «how long» or a «where» with a question about anything. */
const LEAST_GENERAL = 0.45

/**
 * Without the articles about another subject than the question's: how a passport is renewed is no answer to how a
 * driving licence is, however alike the words.
 *
 * @param subjects of the question, the likeliest first
 */
export function fitting<Item extends { category: string | null; score: number }>(
  found: readonly Item[],
  subjects: readonly { label: string; confidence: number }[],
): Item[] {
  const likely = subjects.filter(({ confidence }) => confidence >= 0.1).map(({ label }) => label)
  const known = (subjects[0]?.confidence ?? 0) >= KNOWN_SUBJECT
  return found.filter(({ category, score }) =>
    category === null ? score >= LEAST_GENERAL : !known || likely.includes(category),
  )
}

function judged(query: string, wanted: readonly string[], { asked, text, spelt = 0 }: Rankable) {
  const lines = asked.split('\n').filter(Boolean)
  const likest = Math.max(0, ...lines.map((line) => similarity(query, line)))
  const heads = new Set(searchTerms(asked))
  const body = new Set(searchTerms(text))
  const spoken = wanted.map((term) => (heads.has(term) ? 1 : body.has(term) ? 0.5 : 0))
  const covered = spoken.reduce<number>((sum, each) => sum + each, 0) / (wanted.length || 1)
  const score = Math.max(0.6 * likest + 0.4 * covered, SPELLING_COUNTS * spelt)
  return { score, sure: score >= SURE.score && covered >= SURE.covered }
}
