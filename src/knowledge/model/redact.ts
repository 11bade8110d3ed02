/** Stands where something personal was. */
export const REMOVED = '[…]'

/**
 * A text without what leads to a person: addresses of mail and web, telephone and identity numbers, account and
 * case numbers, number plates, and the names that are known from the case. Whoever publishes still reads it: a
 * name that nobody gave cannot be known.
 *
 * @param names what people of the case are called, as they wrote it
 */
export function redact(text: string, names: readonly (string | null | undefined)[] = []): string {
  const bare = PATTERNS.reduce((left, pattern) => left.replace(pattern, REMOVED), text)
  return partsOf(names)
    .reduce((left, name) => left.replace(asWord(name), `$<before>${REMOVED}`), bare)
    .replace(/(?:\[…\][\s\-–/]*){2,}/gu, `${REMOVED} `)
    .replace(/ +(?=[\n.,،؛;:!؟?)]|$)/gu, '')
}

const DIGIT = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9]'

const PATTERNS = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu,
  /\bhttps?:\/\/\S+|\bwww\.\S+/giu,
  // International account numbers.
  /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,4})?\b/gu,
  // Five digits and more, however they are grouped; dates (2026-11-30) and times stay readable.
  new RegExp(
    `(?!${DIGIT}{4}[-/]${DIGIT}{1,2}[-/]${DIGIT}{1,2}(?!${DIGIT}))\\+?(?:${DIGIT}[\\s().\\-–]{0,2}){4,}${DIGIT}`,
    'gu',
  ),
]

/** Each part of a name, the longest first; what is shorter than three letters is a word of its own too often. */
const partsOf = (names: readonly (string | null | undefined)[]): string[] =>
  [...new Set(names.flatMap((name) => [name?.trim() ?? '', ...(name ?? '').split(/\s+/u)]))]
    .filter((part) => part.length >= 3 && !COMMON.has(part))
    .sort((one, other) => other.length - one.length)

/** Titles and joints of names that are ordinary words. */
const COMMON = new Set(['عبد', 'أبو', 'ابو', 'بنت', 'ابن', 'آل', 'the', 'bin', 'bint', 'ben', 'abu'])

/** A whole word, also behind the letters that Arabic writes together with it. */
const asWord = (name: string): RegExp =>
  new RegExp(`(?<before>(?<![\\p{L}\\p{N}])[وفبلك]?)${escaped(name)}(?![\\p{L}\\p{N}])`, 'giu')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
