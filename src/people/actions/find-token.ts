import type { Db } from '#platform'
import type { Officer } from '../model/officer.ts'
import { isBearer, tokenHash } from '../model/session.ts'
import * as tokens from '../store/tokens.ts'

/**
 * The officer behind a bearer token, with exactly the one grant the token was made for, whatever else the
 * same program may hold. Undefined when unknown, revoked, or its grant has ended.
 */
export async function findToken(db: Db, token: string, now: Temporal.Instant): Promise<Officer | undefined> {
  if (!isBearer(token)) return undefined
  const found = await tokens.findToken(db, tokenHash(token), now)
  if (!found) return undefined
  const { id, name, language, grantId, role, scope, scopeId } = found
  return { id, name, language, grants: [{ id: grantId, role, scope, ...(scopeId ? { scopeId } : {}) }] }
}
