import { randomInt, timingSafeEqual } from 'node:crypto'
import { westernDigits } from '#kernel'
import { keyFor, mac } from './seal.ts'

/** How long a one-time code is good for. */
export const CODE_LIFE = { minutes: 10 }
/** Wrong guesses that one code survives: a chance of one in 200,000. */
export const CODE_TRIES = 5
/** The least time between two codes to one contact. */
export const CODE_EVERY = { minutes: 1 }

export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0')

/** Six digits from whatever was typed; undefined when it cannot be a code. */
export function parseCode(typed: string): string | undefined {
  const digits = westernDigits(typed).replace(/[\s\-\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
  return /^\d{6}$/.test(digits) ? digits : undefined
}

/** What is kept of a code. Keyed, because a million codes are soon tried; bound to its contact. */
export const codeHash = (secret: Buffer, contact: string, code: string): Buffer =>
  mac(keyFor(secret, 'sign-in code'), `${contact}\n${code}`)

export const sameHash = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
