import { setTimeout as wait } from 'node:timers/promises'
import { newSecret, no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { allow } from '../model/limits.ts'
import { lockedUntil } from '../model/lock.ts'
import { PENDING_LIFE, tokenHash } from '../model/session.ts'
import * as sessions from '../store/sessions.ts'
import * as staff from '../store/staff.ts'
import { checkPassword } from './hash-password.ts'
import { type DoorTools, onTheWall } from './tools.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
  /** The network address the try comes from. */
  readonly address: string
}

/** Far beyond the longest password: what is longer is wrong, and not worth hashing. */
const MOST = 1000

export type SignInRefusal = 'sign-in-refused' | 'too-many-tries'

/**
 * The first step: address and password. What it returns opens nothing yet; `confirmSignIn` exchanges it for a
 * session.
 *
 * Unknown, disabled and closed accounts and wrong passwords get one answer, after the same work.
 */
export async function signIn(
  tools: DoorTools,
  { email, password, address }: Credentials,
): Promise<Result<{ pending: string }, SignInRefusal>> {
  const { db, limits } = tools
  const [now, started] = [onTheWall(tools), performance.now()]
  const account = email.trim().normalize('NFC').toLowerCase().slice(0, 254)
  if (!allow(limits.address, address, now) || !allow(limits.account, account, now))
    return no('too-many-tries')
  // Outside any transaction: a refusal would roll the count of tries back.
  const found = await staff.countTry(db, { email: account.replaceAll('\u0000', '') }, now)
  const right = await checkPassword(password.slice(0, MOST), found?.passwordHash)
  if (found && right) return yes({ pending: await letThrough(db, found.id, now) })
  const until = found && lockedUntil(found.failedTries, now)
  if (until) await staff.lock(db, found.id, until)
  await onTheBeat(started)
  return no('sign-in-refused')
}

async function letThrough(db: Db, staffId: string, now: Temporal.Instant): Promise<string> {
  await staff.forgiveTry(db, staffId)
  const pending = newSecret()
  const expiresAt = now.add(PENDING_LIFE)
  await sessions.addSession(db, { hash: tokenHash(pending), staffId, confirmedAt: null, now, expiresAt })
  return pending
}

/**
 * Refusals leave on a beat: counting a known account's try costs a commit more than an unknown one's, 1.4 ms
 * when it was measured over 200 pairs, and patience would tell them apart.
 */
const BEAT = 50

const onTheBeat = (started: number) => wait(BEAT - ((performance.now() - started) % BEAT))
