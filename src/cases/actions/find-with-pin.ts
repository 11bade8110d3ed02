import { timingSafeEqual } from 'node:crypto'
import { no, parseReference, type Result, westernDigits, yes } from '#kernel'
import type { Db } from '#platform'
import { pinOf } from '../model/pin.ts'
import { type FoundCase, findByReference } from '../store/cases.ts'

/**
 * A resident's way to their case: its number and its PIN. A wrong number and a wrong PIN are the same
 * answer. The caller limits how often one may try.
 */
export async function findWithPin(
  { db, secret }: { db: Db; secret: Buffer },
  typed: { reference: string; pin: string },
): Promise<Result<FoundCase, 'not-found'>> {
  const reference = parseReference(typed.reference)
  const pin = westernDigits(typed.pin).replace(/\s/gu, '')
  const found = reference && /^\d{6}$/.test(pin) ? await findByReference(db, reference) : undefined
  // Parts are the desk's way of working; the resident has the whole.
  if (!found || found.parent) return no('not-found')
  return timingSafeEqual(Buffer.from(pinOf(secret, found.id)), Buffer.from(pin))
    ? yes(found)
    : no('not-found')
}
