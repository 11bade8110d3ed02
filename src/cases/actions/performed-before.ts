import { no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { performedAt } from '../store/cases.ts'
import { type IntentKey, kept } from '../store/idempotency.ts'
import type { Performed } from './perform.ts'

/**
 * What an intention did when it was first meant, with the case as it is now, wherever that has gone since: whoever
 * sent a case back may no longer reach it, and yet asks again what became of their request.
 *
 * @returns undefined for an intention that is new
 */
export async function performedBefore(
  db: Db,
  key: IntentKey,
): Promise<Result<Performed, 'key-used-for-something-else'> | undefined> {
  const earlier = await kept(db, key)
  if (!earlier) return undefined
  if (!earlier.bodyHash.equals(key.bodyHash)) return no('key-used-for-something-else')
  const performed = await performedAt(db, earlier.caseId, earlier.seq)
  return performed && yes(performed)
}
