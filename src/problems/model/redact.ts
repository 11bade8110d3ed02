import { normalise } from '#language'

/** What stands where something was taken out. */
export const BLANK = '▁▁▁'

/**
 * A text without what tells who wrote it: addresses, telephone and national numbers, accounts, and names, both
 * those that are known and those that follow "my name is". For whoever works with many texts and needs no person.
 *
 * @param names of the one who wrote it, as far as they were given
 */
export function redact(text: string, names: readonly string[] = []): string {
  const without = text
    .replace(MAIL, BLANK)
    .replace(LINK, BLANK)
    .replace(ACCOUNT, BLANK)
    .replace(NUMBER, (found) => (DATE.test(found) || AMOUNT.test(found) ? found : BLANK))
    .replace(INTRODUCED, (_, said: string) => `${said} ${BLANK}`)
  const known = new Set(
    names.flatMap((name) => normalise(name).split(/\s+/)).filter((part) => part.length > 2),
  )
  return known.size === 0
    ? without
    : without.replace(/[\p{L}\p{M}]+/gu, (word) =>
        word !== UPON && isOf(known, normalise(word)) ? BLANK : word,
      )
}

const MAIL = /[^\s@<>()،,]+\s?@\s?[^\s@<>()،,]+\.[^\s@<>()،,]+/gu
const LINK = /(?:https?:\/\/|www\.|wa\.me\/)\S+/giu
/** IBAN: two letters and two digits, then up to thirty in groups. */
const ACCOUNT = /\b[A-Za-z]{2}\p{Nd}{2}(?:[ -]?[A-Za-z\p{Nd}]{4}){2,7}(?:[ -]?[A-Za-z\p{Nd}]{1,4})?/gu
/**
 * Six digits or more in any script, also parted by spaces, hyphens, dots, slashes and brackets: telephones, national
 * numbers, passports, numbers of cases.
 */
const NUMBER = /[+(]?\p{Nd}(?:[\s().\-/\u200e\u200f\u2066-\u2069]{0,3}\p{Nd}){5,}/gu

/** A day is no number of anybody's. */
const DATE = /^(?:\p{Nd}{4}([-/.])\p{Nd}{1,2}\1\p{Nd}{1,2}|\p{Nd}{1,2}([-/.])\p{Nd}{1,2}\2\p{Nd}{4})$/u

/** Dinars and fils. */
const AMOUNT = /^\p{Nd}{1,3}[.]\p{Nd}{3}$/u

/** The three words after "my name is". */
const INTRODUCED =
  /(?<![\p{L}\p{M}])(اسمي|إسمي|أسمي|معكم|معك|[Mm]y name is|I am called)(?:\s*[:：]?\s+)((?:[\p{L}\p{M}]+\s*){1,3})/gu

/** Written with its own last letter it is a preposition, whatever its reader is called (علي). */
const UPON = 'على'

/** A name also with what Arabic joins to it: وفاطمة, لفاطمة, بفاطمة. */
const isOf = (known: ReadonlySet<string>, word: string): boolean =>
  known.has(word) || (/^[ولبفك]/.test(word) && known.has(word.slice(1)))
