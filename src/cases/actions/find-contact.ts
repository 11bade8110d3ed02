import type { Db } from '#platform'
import { findByReference } from '../store/cases.ts'
import { contactOf } from '../store/resident.ts'

/**
 * Where whoever sent a case can be reached, for sending them a one-time code; undefined when there is no such case,
 * when it is a part, or when they left nothing. For the service's own use: it is never shown.
 */
export async function findContact(
  db: Db,
  reference: string,
): Promise<{ caseId: string; contact: string } | undefined> {
  const found = await findByReference(db, reference)
  if (!found || found.parent) return undefined
  const left = await contactOf(db, found.id)
  const contact = left?.phone ?? left?.email
  return contact ? { caseId: found.id, contact } : undefined
}
