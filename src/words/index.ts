/**
 * Every word a person sees.
 *
 * A new section: `ar/NAME.ts` (the reference), `en/NAME.ts` typed as `typeof` the reference, one line each in
 * `ar.ts` and `en.ts`. A message is a string, or a function of numbers and strings that only puts them in their
 * places; counts go through `plural`. The tests call every message, so it must bear any number or short text.
 */
import { ar } from './ar.ts'
import { en } from './en.ts'
import type { Locale } from './locale.ts'

export type Words = typeof ar

const CATALOGUES: Readonly<Record<Locale, Words>> = { ar, en }

/** Everything Sawt says, in one language. */
export const words = (locale: Locale): Words => CATALOGUES[locale]

export {
  formatDate,
  formatDateTime,
  formatDay,
  formatDuration,
  formatFullDay,
  formatHijri,
  formatList,
  formatMonth,
  formatNumber,
  formatPercent,
  formatShort,
  formatShortMonth,
  formatTime,
  type When,
} from './format.ts'
export { direction, isLocale, LOCALES, type Locale, otherLocale } from './locale.ts'
export { type Forms, plural } from './plural.ts'
export { inDigits, type Reader, reader } from './reader.ts'
