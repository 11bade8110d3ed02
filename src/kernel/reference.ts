import { randomInt } from 'node:crypto'

/**
 * The public number of a case: eleven digits, shown as `26-4831-9027-4`.
 *
 * Two digits of the year, eight random ones (so that nobody can guess a neighbour's or count cases),
 * and a check digit by ISO/IEC 7064 MOD 11,10, which finds every single wrong digit and nearly every swap.
 */
export function newReference(year: number, random: () => number = eightDigits): string {
  const body = String(year % 100).padStart(2, '0') + String(random()).padStart(8, '0')
  return body + checkDigit(body)
}

/** Eleven digits from whatever a person typed: any digits, spaces or hyphens. Undefined when it cannot be one. */
export function parseReference(typed: string): string | undefined {
  const digits = westernDigits(typed).replace(/[\s\-–—‐‑٫/.\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
  return /^\d{11}$/.test(digits) && checkDigit(digits.slice(0, 10)) === digits[10] ? digits : undefined
}

/** The number as people read it, `26-4831-9027-4`. */
export const formatReference = (reference: string): string =>
  `${reference.slice(0, 2)}-${reference.slice(2, 6)}-${reference.slice(6, 10)}-${reference.slice(10)}`

/** Western, Arabic-Indic (٠–٩) and Persian (۰–۹) digits are equal everywhere. */
export const westernDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))

/** ISO/IEC 7064, hybrid system MOD 11,10. */
export function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}

const eightDigits = (): number => randomInt(0, 100_000_000)
