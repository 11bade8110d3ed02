import type { SealedTexts } from '../texts.ts'

export type PageLocale = 'ar' | 'en'

/** What the static pages are made of beside the programs and the words. */
export interface PageSettings {
  /** The Authority's public key (base64url); none before the ceremony. */
  authority?: string
  /** The public key for files encrypted with age; it stands in the roster. */
  age?: string
  texts: SealedTexts
  /** The ordinary service: where complaints go, and where a quick leave leads. */
  home: string
  /** How the country writes its dates, `ar-JO-u-nu-latn`. */
  dates: Record<PageLocale, string>
  /** Nothing here is real, and the keys lie open: every page says so. */
  demonstration: boolean
  /** The room's onion address, if it has one. */
  onion?: string
}
