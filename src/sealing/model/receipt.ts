import { westernDigits } from '#kernel'

/** 28 digits: 26 random and two that find mistakes. */
export const RECEIPT_DIGITS = 28
const RANDOM_DIGITS = 26

/**
 * A receipt from random digits (each 0 to 9, without bias): 86 bits that only the reporter holds.
 *
 * The two check digits follow ISO 7064 MOD 97-10, which finds every single wrong digit and every two
 * neighbours that changed places: what goes wrong when a number is read out over the telephone.
 */
export function makeReceipt(randomDigits: readonly number[]): string {
  if (randomDigits.length !== RANDOM_DIGITS || randomDigits.some((digit) => !/^\d$/.test(String(digit))))
    throw new RangeError('A receipt is made of 26 digits')
  const body = randomDigits.join('')
  return body + String(98 - remainder(`${body}00`)).padStart(2, '0')
}

/** The 28 digits from whatever a person typed, in any of three families of digits; undefined if mistyped. */
export function parseReceipt(typed: string): string | undefined {
  const digits = receiptDigits(typed)
  return /^\d{28}$/.test(digits) && remainder(digits) === 1 ? digits : undefined
}

/** What was typed so far, as Western digits without what people put between them. */
export const receiptDigits = (typed: string): string =>
  westernDigits(typed).replace(/[\s\-–—‐‑.,،/\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')

/** Seven groups of four, in the order in which they are read aloud. */
export const receiptGroups = (receipt: string): string[] => receipt.match(/\d{1,4}/g) ?? []

const remainder = (digits: string): number =>
  [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
