import { canonical } from '../model/dialect.ts'
import { arabicOf } from '../model/latin-letters.ts'
import { normalise } from '../model/normalise.ts'
import { askedTerms } from '../model/terms.ts'

/** A piece of a text, and whether it is what was looked for. Plain text: whoever shows it escapes it. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** So much is shown before the first word that was looked for. */
const BEFORE = 40

/**
 * The part of a text in which what somebody looked for stands, at most `most` characters, with every word marked
 * that search would have found: other endings, spoken words and the other language too. The beginning, unmarked, when
 * nothing of it stands there.
 */
export function excerpt(text: string, query: string, most = 160): Piece[] {
  const wanted = askedTerms(query)
  const found = [...text.matchAll(WORD)].filter(([word]) => isAsked(word, wanted))
  const first = found[0]?.index ?? 0
  const from = first > BEFORE && text.length > most ? startOfWord(text, first - BEFORE) : 0
  const until = Math.min(text.length, from + most)
  const pieces: Piece[] = []
  let at = from
  for (const { 0: word, index } of found) {
    if (index < at || index + word.length > until) continue
    pieces.push({ text: text.slice(at, index), hit: false }, { text: word, hit: true })
    at = index + word.length
  }
  pieces.push({ text: text.slice(at, until), hit: false })
  const ended = [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces.map((piece) => ({ ...piece, text: piece.text.toWellFormed() })),
    ...(until < text.length ? [{ text: ' …', hit: false }] : []),
  ]
  return ended.filter((piece) => piece.text !== '')
}

const WORD = /[\p{L}\p{M}\p{N}\u0640'’]+/gu

function isAsked(written: string, wanted: readonly (readonly string[])[]): boolean {
  const word = normalise(written).replace(/['’]/g, '')
  const terms = new Set([canonical(word), canonical(arabicOf(word))])
  return wanted.some((either) => either.some((term) => terms.has(term)))
}

/** Not in the middle of a word. */
function startOfWord(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space < 0 || space > at + BEFORE ? at : space + 1
}
