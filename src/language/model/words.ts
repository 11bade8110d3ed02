import { inArabicLetters } from './latin-letters.ts'
import { normalise } from './normalise.ts'

/** The longest word that is kept; what is longer is no word and would only fill an index. */
const LONGEST = 40

/** A year written 1994م or ١٩٩٤هـ is a number and a word. */
const DIGIT_MEETS_ARABIC = /(?<=\p{N})(?=\p{Script=Arabic})|(?<=\p{Script=Arabic})(?=\p{N})/gu

/**
 * The words of a text as normalised letters and digits only, in order. An apostrophe joins (don't → dont); Arabic in
 * Latin letters comes in Arabic letters.
 */
export function words(text: string): string[] {
  const found = normalise(text)
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')
    .replace(DIGIT_MEETS_ARABIC, ' ')
    .match(/[\p{L}\p{N}]+/gu)
  return found ? inArabicLetters(found.map(shorten)).map(shorten) : []
}

/** Cut between characters, never inside one. */
const shorten = (word: string): string =>
  word.length > LONGEST ? Array.from(word).slice(0, LONGEST).join('') : word
