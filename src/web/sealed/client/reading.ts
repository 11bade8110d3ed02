import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { sealed } from '../../../words/ar/sealed.ts'

export type SealedWords = typeof sealed
export type Locale = 'ar' | 'en'

/** What every part of the reporter's program knows: in whose language it speaks, and which Authority it believes. */
export interface Reading {
  t: SealedWords
  locale: Locale
  /** The Integrity Authority's public key, base64url; it came with the program. */
  authority: string
}

export const ReadingContext = createContext<Reading | undefined>(undefined)

export function useReading() {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('Drawn outside the program')
  return { ...reading, sayDay }
}

/** "Thursday 26 November 2026", as the country names its months; days have no hour here. */
function sayDay(day: string): string {
  const { lang, dataset } = document.documentElement
  const format = new Intl.DateTimeFormat(dataset.dates ?? `${lang}-u-nu-latn`, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${day}T00:00:00Z`)).replace('، ', ' ')
}

/** Whole days from today until a day; negative when it has passed. */
export const daysUntil = (day: string): number =>
  Math.ceil((Date.parse(`${day}T23:59:59Z`) - Date.now()) / 86_400_000) - 1
