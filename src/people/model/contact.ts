import { no, type Result, westernDigits, yes } from '#kernel'

export type Contact = { readonly kind: 'phone' | 'email'; readonly value: string }
export type ContactRefusal = 'contact-malformed'

/** The calling codes of the countries that Sawt ships with, by `Directory.country`. */
export const CALLING_CODES: Readonly<Record<string, string>> = { bahrain: '973', jordan: '962' }

/** Marks that steer the direction of text and come along when a number is copied from a message. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/**
 * A phone number or an address, however it was typed.
 *
 * @param country the calling code that a number without one belongs to, `962` or `973`
 */
export function parseContact(typed: string, country?: string): Result<Contact, ContactRefusal> {
  const email = typed.includes('@') ? parseEmail(typed) : undefined
  if (email) return yes({ kind: 'email', value: email })
  const phone = typed.includes('@') ? undefined : parsePhone(typed, country)
  return phone ? yes({ kind: 'phone', value: phone }) : no('contact-malformed')
}

/** In lower case; undefined when it cannot be an address. Deliberately rough: the code that is sent is the proof. */
export function parseEmail(typed: string): string | undefined {
  const email = typed.replace(INVISIBLE, '').trim().normalize('NFC').toLowerCase()
  if (email.length > 254 || /[\p{C}\s"<>(),;:\\[\]]/u.test(email)) return undefined
  return /^[^@]{1,64}@[^@.]+(\.[^@.]+)+$/.test(email) ? email : undefined
}

/**
 * A number in the international form `+97336001234`; any digits, spaces, hyphens, brackets, a leading `00`.
 * Numbers of Jordan and Bahrain must have the length and beginning that numbers there have.
 */
export function parsePhone(typed: string, country?: string): string | undefined {
  const digits = westernDigits(typed.replace(INVISIBLE, '')).replace(/[\s\-–—‐‑()./]/g, '')
  if (!/^\+?\d{5,15}$|^00\d{6,15}$/.test(digits)) return undefined
  const full = international(digits, country)
  return full && isPlausible(full) ? `+${full}` : undefined
}

function international(digits: string, country: string | undefined): string | undefined {
  if (digits.startsWith('+')) return withoutTrunk(digits.slice(1))
  if (digits.startsWith('00')) return withoutTrunk(digits.slice(2))
  // A Jordanian number is written with a leading 0 at home; a Bahraini one never has it.
  if (country && digits.startsWith('0')) return country + digits.slice(1)
  const home = country ? OWN[country] : undefined
  if (home?.test(digits)) return country + digits
  return withoutTrunk(digits)
}

/** +962 (0)79… is a common way of writing both forms at once. */
const withoutTrunk = (full: string): string => full.replace(/^9620/, '962')

/** What follows the calling code: Jordan 7… for mobiles and an area digit for lines, Bahrain eight digits. */
const OWN: Record<string, RegExp> = { 962: /^(7\d{8}|[2356]\d{7})$/, 973: /^[136789]\d{7}$/ }

function isPlausible(full: string): boolean {
  for (const [country, own] of Object.entries(OWN)) {
    if (full.startsWith(country)) return own.test(full.slice(country.length))
  }
  return /^[1-9]\d{7,14}$/.test(full)
}
