import type { CustodyRequest } from '#integrity'
import { no, type Result, yes } from '#kernel'
import { type Envelope, type IdentityItem, releaseShare } from '#sealing'
import { openKept } from './open-report.ts'
import { rosterOf, type Session } from './session.ts'

/**
 * Why an identity is asked for, proven by the key of the officer in whose name the room asks. Without it the room alone
 * would say who asks, and could name whom it likes.
 */
export async function reasonOf(
  session: Session,
  { request, report, reason, by }: CustodyRequest,
): Promise<Result<string, 'sender-unproven'>> {
  if (reason.item !== request || reason.envelope?.by !== by.id) return no('sender-unproven')
  const { content } = await openKept(session, report, reason, undefined)
  return content?.kind === 'reason' ? yes(content.text) : no('sender-unproven')
}

/**
 * The custodian's share, opened here and sealed anew to the officer who proves to have asked, by the key that the roster
 * in force gives them: to nobody who left, and to nobody who is no officer.
 */
export async function sealShare(
  session: Session,
  asked: CustodyRequest,
): Promise<Result<{ envelope: Envelope }>> {
  const { report, identity, share: envelope, by } = asked
  const reason = await reasonOf(session, asked)
  if (!reason.ok) return reason
  const to = rosterOf(session)?.officers.find(({ id }) => id === by.id)
  if (!envelope || !to) return no('not-found')
  const binding = { v: 1, report, purpose: 'identity-share', item: identity } as const
  // The sealed identity itself stays with the room: a custodian needs its name, not its text.
  const item: IdentityItem = { ...binding, nonce: '', body: '', commitment: '', envelopes: [envelope] }
  const released = await releaseShare(item, session.holder, { id: to.id, key: to.key })
  return released.ok ? yes({ envelope: released.value }) : released
}
