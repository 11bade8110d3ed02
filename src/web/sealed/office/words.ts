import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { sealedOffice } from '../../../words/ar/sealed-office.ts'

export type OfficeWords = typeof sealedOffice
export type Locale = 'ar' | 'en'

/** What every part of the program knows: in whose language it speaks, and which Authority it believes. */
export interface Reading {
  t: OfficeWords
  locale: Locale
  /** The Integrity Authority's public key, base64url; it came with the program. */
  authority: string
}

export const ReadingContext = createContext<Reading | undefined>(undefined)

export function useReading() {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('Drawn outside the office')
  const { locale, t } = reading
  return {
    ...reading,
    /** "Thursday 26 November"; days have no hour here. */
    sayDay: (day: string) => dayFormat(locale).format(new Date(`${day}T00:00:00Z`)),
    /** Why something was refused, in words. */
    sayRefusal: (reason: string): string =>
      (t.refusals as Record<string, string>)[reason] ?? t.refusals.other,
  }
}

const dayFormat = (locale: Locale) =>
  new Intl.DateTimeFormat(`${locale}-u-nu-latn`, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

/** Whole days from one day to another; negative when it has passed. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
