import type { Locale } from './locale.ts'

/** Who reads: the language, where their clock stands, and how they like their numbers. */
export interface Reader {
  readonly locale: Locale
  /** IANA name, `Asia/Amman`. */
  readonly zone: string
  /** `latn` 0123 (the default), `arab` ٠١٢٣. English always reads `latn`. */
  readonly digits: 'latn' | 'arab'
  /** Country whose month names are used: `JO` says تشرين الثاني where `BH` says نوفمبر. */
  readonly region?: string
  /** Also show Hijri dates. */
  readonly hijri: boolean
}

/** A reader with the usual habits; `habits` overrides them. */
export const reader = (
  locale: Locale,
  zone: string,
  habits: Partial<Pick<Reader, 'digits' | 'region' | 'hijri'>> = {},
): Reader => ({
  locale,
  zone,
  hijri: false,
  ...habits,
  digits: locale === 'ar' ? (habits.digits ?? 'latn') : 'latn',
})

/** The same text with its digits as the reader likes them; references and addresses stay as they are written. */
export const inDigits = ({ digits }: Reader, text: string): string =>
  digits === 'arab'
    ? text.replace(/[0-9]/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? digit)
    : text.replaceAll('٪', '%')

/** The BCP 47 tag that `Intl` is asked with: `ar-JO-u-nu-latn`. Never the machine's own. */
export const languageTag = ({ locale, region, digits }: Reader): string =>
  locale === 'ar' ? `ar${region ? `-${region}` : ''}-u-nu-${digits}` : 'en-GB-u-nu-latn'
