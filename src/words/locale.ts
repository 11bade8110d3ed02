/** The languages Sawt speaks. Arabic is the reference and comes first. */
export const LOCALES = ['ar', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const isLocale = (text: string | undefined): text is Locale =>
  (LOCALES as readonly (string | undefined)[]).includes(text)

export const direction = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr')

export const otherLocale = (locale: Locale): Locale => (locale === 'ar' ? 'en' : 'ar')
