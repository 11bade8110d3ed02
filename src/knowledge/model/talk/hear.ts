import { type CaseType, likelyType } from '#cases'
import { parseReference } from '#kernel'
import { parseEmail, parsePhone } from '#people'
import { digitsIn, numberIn, numbersIn } from './numbers.ts'
import { type Signal, signalsOf } from './signals.ts'
import { isGrievance, typeNamed } from './types-named.ts'

/** A message as the talk takes it. */
export interface Heard {
  text: string
  /** How many words it has. */
  words: number
  /** What was tapped; or what its number stood for. */
  choice?: string
  is: (signal: Signal) => boolean
  /** The type it is obviously of, or names. */
  type?: CaseType
  /** It names what is wanted, and tells nothing: «I want to complain». */
  bare: boolean
  reference?: string
  /** All its digits in a row, those in words too. */
  digits: string
  number?: number
  phone?: string
  email?: string
}

/** What is known about a message from outside: looked up before the talk hears it. */
export interface Known {
  /** Categories that its words speak for, the likeliest first. */
  subjects: readonly { id: string; confidence: number }[]
  /** Of these the one that is a second matter in the same message, of another entity. */
  also?: string
  /** The place it names, by id. */
  place?: string
  /** Published answers, the best first. */
  articles: readonly { id: string; sure: boolean }[]
  /** The resident can be reached already: signed in, or writing from a telephone. */
  reachable: boolean
  /** Who answers for a category at a place; null where a person must say. */
  entityOf: (category: string, place?: string) => string | null
  /** The calling code of numbers without one. */
  callingCode?: string
}

/** @param offered what the last choices were */
export function hear(
  given: { text: string; choice?: string },
  offered: readonly string[],
  callingCode?: string,
): Heard {
  const text = given.text.trim()
  const signals = signalsOf(text)
  const number = numberIn(text)
  const words = text === '' ? 0 : text.split(/\s+/u).length
  const { named, bare } = typeNamed(text, words)
  const digits = digitsIn(text)
  // Whoever tells something in anger complains of it.
  const complains = isGrievance(text) || (words > 6 && signals.has('angry'))
  return {
    text,
    words,
    choice:
      given.choice ??
      (words <= 3 && number !== undefined ? offered[number - 1] : undefined) ??
      (bare ? offered.find((each) => each === `type:${named}`) : undefined),
    is: (signal) => signals.has(signal),
    type: named ?? ordinary(likelyType(text)) ?? (complains ? 'complaint' : undefined),
    bare,
    reference: referenceIn(text),
    digits,
    number,
    phone:
      parsePhone(contactIn(text), callingCode) ?? parsePhone(spelledOut(text, words, digits), callingCode),
    email: text
      .split(/[\s,،;؛]+/u)
      .map(parseEmail)
      .find(Boolean),
  }
}

const ordinary = (type: CaseType | 'violation' | undefined) => (type === 'violation' ? undefined : type)

/** A case's number anywhere in a message: eleven digits with a good check digit, also read out in words. */
function referenceIn(text: string): string | undefined {
  const spelt = /[\p{Nd}](?:[\s\-–—‐‑/.]?[\p{Nd}]){10}(?!\p{Nd})/gu
  for (const [match] of text.matchAll(spelt)) {
    const found = parseReference(match)
    if (found) return found
  }
  return parseReference(digitsIn(text))
}

/** The stretch of a message that may be a telephone number. */
const contactIn = (text: string): string =>
  /[+\p{Nd}(][\p{Nd}\s().\-–+]{5,24}/u.exec(text)?.[0].trim() ?? text.slice(0, 40)

/** A telephone number said in words: a message of hardly anything but numbers. */
const spelledOut = (text: string, words: number, digits: string): string =>
  digits.length >= 7 && digits.length <= 15 && numbersIn(text).length >= words * 0.6 ? digits : ''
