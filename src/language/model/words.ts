import { inArabicLetters } from './latin-letters.ts'
import { normalise } from './normalise.ts'

/** The longest word that is kept; what is longer is no word and would only fill an index. */
const LONGEST = 40

/** A year written 1994م or ١٩٩٤هـ is a number and a word. */
const DIGIT_MEETS_ARABIC = /(?<=\p{N})(?=\p{Script=Arabic})|(?<=\p{Script=Arabic})(?=\p{N})/gu
/** An apostrophe within a word. */
const JOINED = /(?<=\p{L})['’ʼ](?=\p{L})/gu

/**
 * The words of a text as normalised letters and digits only, in order. An apostrophe joins (don't → dont); Arabic in
 * Latin letters comes in Arabic letters, and `read` is told from which.
 */
export function words(text: string, read?: Map<string, string>): string[] {
  return inArabicLetters(apart(normalise(text)).map(shorten), read).map(shorten)
}

/** A word of a text beside how it was written; of a number grown together with a word the first of the two. */
export interface AsWritten {
  readonly word: string
  readonly written: string
}

/** Every word, normalised but in the letters it was typed in. */
export function wordsAsWritten(text: string): AsWritten[] {
  const found = text.match(/[\p{L}\p{M}\p{N}\u0640'’]+/gu) ?? []
  // All at once is many times as fast as one by one; a ligature that becomes several words is the exception.
  const together = normalise(found.join(' ')).split(' ')
  const plain = together.length === found.length ? together : found.map((each) => normalise(each))
  return found.flatMap((written, at) => {
    const [word] = apart(plain[at] ?? '')
    return word ? [{ word: shorten(word), written }] : []
  })
}

const apart = (normalised: string): readonly string[] =>
  normalised
    .replace(JOINED, '')
    .replace(DIGIT_MEETS_ARABIC, ' ')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Cut between characters, never inside one. */
const shorten = (word: string): string =>
  word.length > LONGEST ? Array.from(word).slice(0, LONGEST).join('') : word
