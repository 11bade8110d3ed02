import { newSecret, no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { lockedUntil } from '../model/lock.ts'
import { keyFor, unseal } from '../model/seal.ts'
import { STAFF_LIFE, tokenHash } from '../model/session.ts'
import { totpStep } from '../model/totp.ts'
import * as sessions from '../store/sessions.ts'
import * as staff from '../store/staff.ts'
import { onTheWall, type Tools } from './tools.ts'

export interface Session {
  /** The secret for the cookie; the database keeps only its hash. */
  readonly token: string
  readonly expiresAt: Temporal.Instant
}

export type SecondFactorRefusal = 'code-wrong' | 'sign-in-expired'

/**
 * The second step: the code of the authenticator. A code works once. The session gets a new secret, so that
 * whoever knew the first step's cannot ride along.
 */
export async function confirmSignIn(
  tools: Tools,
  { pending, code }: { pending: string; code: string },
): Promise<Result<Session, SecondFactorRefusal>> {
  const { db, secret } = tools
  const now = onTheWall(tools)
  const id = await sessions.pendingStaff(db, tokenHash(pending), now)
  if (!id) return no('sign-in-expired')
  const found = await staff.countTry(db, { id }, now)
  const key = found?.totpSecret && unseal(keyFor(secret, 'totp'), id, found.totpSecret)
  const step = key ? totpStep(key, code, now) : undefined
  if (step !== undefined && (await staff.useStep(db, id, step))) return yes(await open(db, id, pending, now))
  const until = found && lockedUntil(found.failedTries, now)
  if (until) await staff.lock(db, id, until)
  return no('code-wrong')
}

function open(db: Db, staffId: string, pending: string, now: Temporal.Instant): Promise<Session> {
  const session = { token: newSecret(), expiresAt: now.add(STAFF_LIFE) }
  return db.transaction(async (tx) => {
    await sessions.removeSession(tx, tokenHash(pending))
    const { token, expiresAt } = session
    await sessions.addSession(tx, { hash: tokenHash(token), staffId, confirmedAt: now, now, expiresAt })
    return session
  })
}
