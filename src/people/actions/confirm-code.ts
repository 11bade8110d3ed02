import { newSecret, no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { CODE_TRIES, codeHash, parseCode, sameHash } from '../model/code.ts'
import { type Contact, parseContact } from '../model/contact.ts'
import { allow } from '../model/limits.ts'
import type { Language, Resident } from '../model/officer.ts'
import { RESIDENT_LIFE, tokenHash } from '../model/session.ts'
import * as codes from '../store/codes.ts'
import { residentOf } from '../store/residents.ts'
import { addSession } from '../store/sessions.ts'
import type { Session } from './confirm-sign-in.ts'
import { type DoorTools, onTheWall } from './tools.ts'

export interface CodeAnswer {
  readonly contact: string
  readonly country?: string
  readonly code: string
  readonly language: Language
  readonly address: string
}

export type CodeAnswerRefusal = 'code-wrong' | 'too-many-tries'

/**
 * Signs a resident in with the code that was sent to them, and makes them known when they are new.
 *
 * Wrong, used, expired and never-sent codes get one answer; after five tries only a new code helps.
 */
export async function confirmCode(
  tools: DoorTools,
  answer: CodeAnswer,
): Promise<Result<Session & { resident: Resident }, CodeAnswerRefusal>> {
  const { db, clock, secret, limits } = tools
  const now = clock.now()
  if (!allow(limits.address, answer.address, now)) return no('too-many-tries')
  const contact = parseContact(answer.contact, answer.country)
  const code = parseCode(answer.code)
  if (!contact.ok || !code) return no('code-wrong')
  // Outside any transaction: a refusal would roll the count of tries back.
  const kept = await codes.countTry(db, contact.value.value, CODE_TRIES, now)
  if (!kept || !sameHash(kept.hash, codeHash(secret, contact.value.value, code))) return no('code-wrong')
  return db.transaction(async (tx) => {
    if (!(await codes.takeCode(tx, contact.value.value, kept.hash))) return no('code-wrong')
    return yes(await open(tx, contact.value, answer.language, { now, wall: onTheWall(tools) }))
  })
}

async function open(
  tx: Db,
  contact: Contact,
  language: Language,
  { now, wall }: { now: Temporal.Instant; wall: Temporal.Instant },
) {
  const resident = await residentOf(tx, contact, language, now)
  if (!resident) throw new Error('a resident just written cannot be read')
  const token = newSecret()
  const expiresAt = wall.add(RESIDENT_LIFE)
  const hash = tokenHash(token)
  await addSession(tx, { hash, residentId: resident.id, confirmedAt: wall, now: wall, expiresAt })
  return { token, expiresAt, resident }
}
