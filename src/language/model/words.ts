import { inArabicLetters, type Lexicon } from './latin-letters.ts'
import { normalise, normaliseEach } from './normalise.ts'

/** The longest word that is kept; what is longer is no word and would only fill an index. */
const LONGEST = 40

/** A year written 1994م or ١٩٩٤هـ is a number and a word. */
const DIGIT_MEETS_ARABIC = /\p{N}(?=\p{Script=Arabic})|\p{Script=Arabic}(?=\p{N})/gu
/** An apostrophe within a word. */
const JOINED = /(?<=\p{L})['’ʼ](?=\p{L})/gu

/**
 * The words of a text as normalised letters and digits only, in order. An apostrophe joins (don't → dont); Arabic in
 * Latin letters comes in Arabic letters, and `read` is told from which.
 */
export function words(text: string, read?: Map<string, string>, lexicon?: Lexicon): string[] {
  return inArabicLetters(apart(normalise(text)).map(shorten), read, lexicon).map(shorten)
}

/** A word of a text beside how it was written; of a number grown together with a word the first of the two. */
export interface AsWritten {
  readonly word: string
  readonly written: string
}

/** Every word, normalised but in the letters it was typed in; some at a time, for whoever stops early. */
export function* wordsAsWritten(text: string): Generator<AsWritten> {
  const found = text.match(/[\p{L}\p{M}\p{N}\u0640'’]+/gu) ?? []
  for (let from = 0; from < found.length; from += AT_ONCE) {
    const written = found.slice(from, from + AT_ONCE)
    const plain = normaliseEach(written)
    for (let at = 0; at < written.length; at++) {
      const word = firstWord(plain[at] as string)
      if (word) yield { word, written: written[at] as string }
    }
  }
}

const AT_ONCE = 50

function firstWord(normalised: string): string | undefined {
  const word = /^\p{L}+$/u.test(normalised) ? normalised : apart(normalised)[0]
  return word && shorten(word)
}

function apart(normalised: string): readonly string[] {
  const joined = normalised.replace(JOINED, '')
  const parted = /\p{N}/u.test(joined) ? joined.replace(DIGIT_MEETS_ARABIC, '$& ') : joined
  return parted.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Cut between characters, never inside one. */
const shorten = (word: string): string =>
  word.length > LONGEST ? Array.from(word).slice(0, LONGEST).join('') : word
