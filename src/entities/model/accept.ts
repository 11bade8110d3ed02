import { no, type Result, yes } from '#kernel'
import { parseEmail } from '#people'

export type FieldRefusal =
  | 'id-malformed'
  | 'name-missing'
  | 'name-too-long'
  | 'email-malformed'
  | 'phone-too-long'

const LONGEST_NAME = 200
const LONGEST_PHONE = 40

/** Ids stand in addresses, mappings and tokens for years: small letters, digits and hyphens. */
export const isSlug = (id: string): boolean => /^[a-z0-9][a-z0-9-]{0,79}$/.test(id)

interface Described {
  readonly id: string
  readonly nameAr: string
  readonly nameEn: string
}

/** What every entity, unit and category must have: an id, and a name in both languages. */
export function describe<Wanted extends Described>(wanted: Wanted): Result<Wanted, FieldRefusal> {
  if (!isSlug(wanted.id)) return no('id-malformed')
  const [nameAr, nameEn] = [tidy(wanted.nameAr), tidy(wanted.nameEn)]
  if (!nameAr || !nameEn) return no('name-missing')
  if (nameAr.length > LONGEST_NAME || nameEn.length > LONGEST_NAME)
    return no('name-too-long', { longest: LONGEST_NAME })
  return yes({ ...wanted, nameAr, nameEn })
}

export interface Contacts {
  readonly contactEmail: string | null
  readonly contactPhone: string | null
}

/** How an entity that has not joined is reached; either may be missing. The phone may name an extension or two numbers. */
export function contacts(email = '', phone = ''): Result<Contacts, FieldRefusal> {
  const contactEmail = email.trim() ? parseEmail(email) : null
  if (contactEmail === undefined) return no('email-malformed')
  const contactPhone = tidy(phone) || null
  if (contactPhone && contactPhone.length > LONGEST_PHONE)
    return no('phone-too-long', { longest: LONGEST_PHONE })
  return yes({ contactEmail, contactPhone })
}

/** One space between words; no control marks, and nothing that PostgreSQL cannot hold. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
