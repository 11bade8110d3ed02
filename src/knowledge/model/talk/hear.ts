import { type CaseType, likelyType } from '#cases'
import { parseReference } from '#kernel'
import { normalise } from '#language'
import { parseEmail, parsePhone } from '#people'
import { digitsIn, numberIn } from './numbers.ts'
import { type Signal, signalsOf } from './signals.ts'

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
  /** The place it names, by id. */
  place?: string
  /** Published answers, the best first. */
  articles: readonly { id: string; sure: boolean }[]
  /** The resident can be reached already: signed in, or writing from a telephone. */
  reachable: boolean
  /** Who usually answers for a category. */
  entityOf: (category: string) => string | null
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
  return {
    text,
    words,
    choice: given.choice ?? (words <= 3 && number !== undefined ? offered[number - 1] : undefined),
    is: (signal) => signals.has(signal),
    type: named(text, words) ?? ordinary(likelyType(text)) ?? (isGrievance(text) ? 'complaint' : undefined),
    reference: referenceIn(text),
    digits: digitsIn(text),
    number,
    phone: parsePhone(contactIn(text), callingCode),
    email: text
      .split(/[\s,،;؛]+/u)
      .map(parseEmail)
      .find(Boolean),
  }
}

const ordinary = (type: CaseType | 'violation' | undefined) => (type === 'violation' ? undefined : type)

/** What nobody says who is content: they do not answer, do not come, do not work, are bad. */
const isGrievance = (text: string): boolean =>
  /(?<!\p{L})(?:ما|لا|لم|ولا) (?:حدا? )?(?:ب?[يت]?رد\p{L}*|[اجي]+[اوت]*|وصل\p{L}*|[يت]?شتغل\p{L}*|ب?[يت]?صلح\p{L}*|نظف\p{L}*|شال\p{L}*)(?!\p{L})|(?<!\p{L})(?:سيء|سيئه|سييه|زفت|خربان\p{L}*|واقف[هة]?)(?!\p{L})|\b(?:does not|doesnt|is not|isnt|never|wont|will not) (?:work|answer|reply|come|fix)|\b(?:bad|awful|dirty)\b/u.test(
    normalise(text).replace(/['’]/gu, ''),
  )

const TYPE_WORDS: Readonly<Record<CaseType, RegExp>> = {
  complaint: /شكو[يه]|شكاوي|اشتكي|complain/u,
  suggestion: /اقتراح|اقترح|فكره|suggest|idea/u,
  praise: /ثناء|اشكر|مدح|praise|compliment/u,
  inquiry: /استفسار|استفسر|سؤال|سوال|اسال|inquir|enquir|question/u,
}

/** A type that is called by its name, in a few words. */
function named(text: string, words: number): CaseType | undefined {
  if (words > 4) return undefined
  const written = normalise(text)
  const found = (Object.keys(TYPE_WORDS) as CaseType[]).filter((type) => TYPE_WORDS[type].test(written))
  return found.length === 1 ? found[0] : undefined
}

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
