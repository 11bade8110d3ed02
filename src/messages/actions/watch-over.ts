import { isId, no, type Result, yes } from '#kernel'
import { holdsAny, type Officer } from '#people'
import type { Db } from '#platform'
import { idOfMail } from '../channels/mail/smtp.ts'
import type { DeliveryReport } from '../model/report.ts'
import * as messages from '../store/messages.ts'
import type { Tools } from './tools.ts'

/** The operations room and administrators see to it that messages arrive; they see no address and no word. */
export const mayWatchOver = (officer: Officer): boolean => holdsAny(officer, ['operator', 'admin'])

/** What could not be delivered, the latest first, and how many messages stand where. */
export async function listUndelivered({ db, clock }: Pick<Tools, 'db' | 'clock'>, officer: Officer) {
  if (!mayWatchOver(officer)) return undefined
  const since = clock.now().subtract({ hours: 7 * 24 })
  const [dead, counts] = await Promise.all([messages.undelivered(db, 100), messages.countByState(db, since)])
  return { dead, counts }
}

/** Sends again what bounced or failed. @returns how many go out again */
export async function sendAgain(
  { db, clock }: Pick<Tools, 'db' | 'clock'>,
  officer: Officer,
  ids: readonly string[],
): Promise<Result<number, 'not-allowed'>> {
  if (!mayWatchOver(officer)) return no('not-allowed')
  return yes(await messages.queueAgain(db, ids.filter(isId), clock.now()))
}

/** Takes note of a bounce or a delivery that was reported later. @returns whether it was about a message of ours */
export async function recordReport(
  { db, clock }: { db: Db; clock: Tools['clock'] },
  { messageId = '', channel, providerId, action, status }: DeliveryReport,
): Promise<boolean> {
  if (action !== 'failed' && action !== 'delivered') return false
  const id = idOfMail(messageId) ?? (isId(messageId) ? messageId : null)
  if (!id && !providerId) return false
  const fault = action === 'failed' ? `report ${/^[\w.-]{1,20}$/.exec(status ?? '')?.[0] ?? 'failed'}` : null
  const changed = await messages.report(
    db,
    { id, channel, providerId: providerId ?? null },
    { state: action === 'failed' ? 'bounced' : 'delivered', fault, now: clock.now() },
  )
  return changed > 0
}

/** For how long it is kept whom a message went to and what it said. */
const KEPT = { hours: 90 * 24 }
/** Long enough for a report that it could not be delivered. */
const ANSWERS_KEPT = { hours: 7 * 24 }

/** Erases addresses and contents of messages settled long ago; the effect stays, so that nothing is said twice. */
export async function eraseOldMessages({ db, clock }: Pick<Tools, 'db' | 'clock'>): Promise<number> {
  const before = clock.now().subtract(KEPT)
  const answersBefore = clock.now().subtract(ANSWERS_KEPT)
  let total = 0
  for (let count = -1; count !== 0; total += count)
    count = await messages.erase(db, { before, answersBefore, limit: 1000 })
  return total
}
