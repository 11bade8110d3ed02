import { createHash } from 'node:crypto'
import { enqueue, reachOf, sealFact } from '#messages'
import { parseEmail } from '#people'
import * as cases from '../store/cases.ts'
import type { Tools } from './act.ts'
import type { NotifyTools } from './notify.ts'

/**
 * Mails a one-time link to the contact of its entity. The link lies in the outbox encrypted; an earlier one that is
 * still waiting there does not leave any more.
 *
 * @returns the address it goes to; undefined when the entity has none, or no mail can be sent
 */
export async function sendEntityLink(
  tools: Pick<Tools, 'db'> & NotifyTools & { secret: Buffer },
  caseId: string,
  { token, expiresAt }: { token: string; expiresAt: Temporal.Instant },
): Promise<string | undefined> {
  const { db, clock, secret, gateways } = tools
  const directory = await tools.directory()
  const found = await cases.find(db, caseId)
  const entity = directory.entity(found?.entity)
  const address = parseEmail(entity?.contactEmail ?? '')
  const reach = reachOf(gateways)
  if (!found || !address || !reach.has('mail')) return undefined
  const due = found.entityDue ?? found.answerBy
  const facts = {
    reference: found.reference,
    who: entity?.name,
    day: (Temporal.Instant.compare(due, expiresAt) < 0 ? due : expiresAt).toString(),
    sealed: sealFact(secret, `/answer/${token}`),
  }
  const cause = `link:${createHash('sha256').update(token).digest('hex')}`
  const to = { channel: 'mail', address, language: 'ar' } as const
  await db.transaction((tx) =>
    enqueue(tx, { now: clock.now(), reach, zone: directory.timeZone }, [
      { caseId, takeBack: ABOUT },
      { cause, kind: 'entity-link', to, facts, caseId, about: ABOUT, expiresAt },
    ]),
  )
  return address
}

const ABOUT = 'entity-link'
