import { no, type Result, yes } from '#kernel'
import { lockedUntil } from '../model/lock.ts'
import type { Officer } from '../model/officer.ts'
import { keyFor, unseal } from '../model/seal.ts'
import { totpStep } from '../model/totp.ts'
import * as staff from '../store/staff.ts'
import { onTheWall, type Tools } from './tools.ts'

/**
 * Asks a signed-in officer for the authenticator's code again, before what a stolen session must not do:
 * granting rights above all. A code works once, also across signing in; wrong ones count as failed tries.
 */
export async function stepUp(
  tools: Tools,
  { id }: Officer,
  code: string,
): Promise<Result<undefined, 'code-wrong'>> {
  const { db, secret } = tools
  const now = onTheWall(tools)
  // Outside any transaction: a refusal would roll the count of tries back.
  const found = await staff.countTry(db, { id }, now)
  const key = found?.totpSecret && unseal(keyFor(secret, 'totp'), id, found.totpSecret)
  const step = key ? totpStep(key, code, now) : undefined
  if (step !== undefined && (await staff.useStep(db, id, step))) return yes(undefined)
  const until = found && lockedUntil(found.failedTries, now)
  if (until) await staff.lock(db, id, until)
  return no('code-wrong')
}
