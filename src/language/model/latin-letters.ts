import { SPOKEN_WORDS } from './dialect.ts'
import { ENGLISH_TOO, KNOWN, SURE } from './latin-words.ts'
import { sounds } from './sounds.ts'
import { STOP_WORDS } from './stop-words.ts'

/** Words that may be meant, by their sounds. */
export type Lexicon = ReadonlyMap<string, readonly string[]>

/**
 * Arabic that was typed in Latin letters and digits (el kahraba ma2to3a 3anna mn mbare7), in Arabic letters; every
 * other word as it is. Only a text that is surely Arabic is read so (`isArabic`).
 *
 * @param words the normalised words of one text, in order
 * @param read is told how each was read
 * @param lexicon beside the everyday words of complaints
 */
export function inArabicLetters(
  words: readonly string[],
  read = new Map<string, string>(),
  lexicon?: Lexicon,
): readonly string[] {
  if (!isArabic(words)) return words
  // An article that stands alone belongs to the next word, and says nothing.
  return words
    .filter((word) => !(word in ARTICLES))
    .map((word) => read.get(word) ?? read.set(word, arabicOf(word, lexicon)).get(word) ?? word)
}

/** The likeliest Arabic spelling of a normalised word in Latin letters; English stop words and others stay. */
export function arabicOf(word: string, lexicon?: Lexicon): string {
  const known = KNOWN.get(word)
  if (known) return known
  if (!LETTERS.test(word) || !/[a-z]/.test(word) || (STOP_WORDS.has(word) && !isSurelyArabic(word)))
    return word
  const [, article = '', bare = word] = ARTICLE.exec(word) ?? []
  const meant = KNOWN.get(bare) ?? vocabularyWord(bare, lexicon)
  return (ARTICLES[article] ?? '') + (meant ?? guess(bare))
}

const LETTERS = /^[a-z0-9]+$/
/** One digit at a time among at least two letters: a digit that stands for a letter. */
const DIGIT_AS_LETTER = /^(?=(?:.*[a-z]){2})(?=.*[235679])(?!.*\d\d)[a-z2356789]+$/
/** Ordinals, measures, models and numbered places are none. */
const NO_ARABIC =
  /^(?:\d(?:st|nd|rd|th|gb|mb|km|kg|pm|am|mins?|hrs?|days?|years?)|mp\d|ps\d|co2|h2o|[bp]2[bp]|(?:win|iphone|gate|block|road|phase|unit|apt|flat|room|zone|area|level|floor|building|villa|house|street|line|lane|exit|class|grade|day|week|bus|route|ward|clinic|terminal|page|item|no|version|part|step)\d)$/

const isSurelyArabic = (word: string): boolean =>
  SURE.has(word) || (DIGIT_AS_LETTER.test(word) && !NO_ARABIC.test(word))

/**
 * One word that can be nothing else is enough, unless more of the text is surely English; so are two of the small words
 * by which Arabic sentences hang together, where none of the English ones is there.
 */
function isArabic(all: readonly string[]): boolean {
  const words = all.filter((word) => word.charCodeAt(0) < FIRST_BEYOND_ASCII)
  if (words.length === 0) return false
  const sure = words.filter(isSurelyArabic).length
  const english = words.filter((word) => STOP_WORDS.has(word) && !KNOWN.has(word)).length
  if (sure > 0) return sure >= english
  const likely = words.filter((word) => KNOWN.has(word) && !ENGLISH_TOO.has(word)).length
  const articles = words.filter((word) => word in ARTICLES || ARTICLE.test(word)).length
  return likely > 0 && likely + articles > 1 && english === 0
}

/** Most words are Arabic letters already, and need no closer look. */
const FIRST_BEYOND_ASCII = 128

/** The article with what may stand before it; only where a word is left that does not begin with a vowel. */
const ARTICLE = /^(wel|wil|bel|bil|bal|lel|lil|3al|3el|el|il|al)(?=[^aeiou].{2})(.+)$/
const ARTICLES: Readonly<Record<string, string>> = {
  ...{ wel: 'وال', wil: 'وال', bel: 'بال', bil: 'بال', bal: 'بال', lel: 'لل', lil: 'لل' },
  ...{ '3al': 'عال', '3el': 'عال', el: 'ال', il: 'ال', al: 'ال' },
}

/** Two letters before one, then each letter; vowels within a word are mostly short and not written. */
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/3'/g, 'غ'],
  [/kh/g, 'خ'],
  [/sh|ch/g, 'ش'],
  [/gh/g, 'غ'],
  [/th/g, 'ث'],
  [/dh/g, 'ذ'],
  [/(.)\1/g, '$1'],
  [/^[aeiou]/, 'ا'],
  [/aa|a(?=.?$)/g, 'ا'],
  [/ou|oo|u(?=.$)|o(?=.$)/g, 'و'],
  [/ee|ei|i(?=.?$)/g, 'ي'],
  [/e$/g, 'ه'],
  [/[aeiou]/g, ''],
]
const LETTER: Readonly<Record<string, string>> = {
  ...{
    b: 'ب',
    c: 'ك',
    d: 'د',
    f: 'ف',
    g: 'ج',
    h: 'ه',
    j: 'ج',
    k: 'ك',
    l: 'ل',
    m: 'م',
    n: 'ن',
    p: 'ب',
    q: 'ق',
  },
  ...{ r: 'ر', s: 'س', t: 'ت', v: 'ف', w: 'و', x: 'كس', y: 'ي', z: 'ز' },
  ...{ 2: 'ق', 3: 'ع', 4: 'ذ', 5: 'خ', 6: 'ط', 7: 'ح', 8: 'غ', 9: 'ص' },
}

function guess(word: string): string {
  const spelt = SPELT.reduce((text, [from, to]) => text.replace(from, to), word)
  return spelt.replace(/[a-z0-9]/g, (letter) => LETTER[letter] ?? letter)
}

/** Words of complaints by their sounds. */
const VOCABULARY: Lexicon = lexiconOf(SPOKEN_WORDS)

/** The Arabic ones of some normalised words, by their sounds, without their articles, which are read apart. */
export function lexiconOf(words: Iterable<string>): Lexicon {
  const arabic = [...words].filter((word) => /^[\u0621-\u064a]+$/.test(word))
  return Map.groupBy(new Set(arabic.map((word) => word.replace(/^(?:[وفب]?ال|لل)(?=...)/, ''))), sounds)
}

/** The word of a list that sounds alike; of several the one that is spelt the most like what was typed. */
function vocabularyWord(word: string, lexicon: Lexicon = VOCABULARY): string | undefined {
  for (const spelt of readings(word).map(guess)) {
    const heard = sounds(spelt)
    // Fewer than three sounds could be anything.
    if (heard.length < 3) continue
    const alike = VOCABULARY.get(heard) ?? lexicon.get(heard) ?? []
    const apart = (other: string) => editsBetween(spelt, other)
    const [nearest] = alike.toSorted((one, other) => apart(one) - apart(other))
    if (nearest) return nearest
  }
  return undefined
}

/** How many letters must be put in, left out or exchanged (Levenshtein). */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at++) {
    const next = [at]
    for (let to = 1; to <= other.length; to++) {
      const exchanged = (row[to - 1] as number) + Number(one[at - 1] !== other[to - 1])
      next.push(Math.min(exchanged, (row[to] as number) + 1, (next[to - 1] as number) + 1))
    }
    row = next
  }
  return row[other.length] as number
}

/**
 * Qaf is typed as it is spoken: a 2 in the cities of the Levant, a g in the Gulf and the countryside; and who knows no
 * digits types an h for the deep one.
 */
const readings = (word: string): string[] => [
  ...new Set([word, word.replaceAll('2', 'a'), word.replaceAll('g', 'q'), word.replaceAll('h', '7')]),
]
