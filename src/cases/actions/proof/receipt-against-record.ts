import type { Db } from '#platform'
import { asInstantText, eventHash } from '../../model/proof/event-text.ts'
import type { Statement } from '../../model/proof/receipt.ts'
import { eventsNamed } from '../../store/proof/audit.ts'

/** Whether the database still holds what a genuine receipt states. */
export async function receiptAgainstRecord(
  db: Db,
  { reference, event, moment }: Statement,
): Promise<'as-stated' | 'changed' | 'unknown'> {
  const events = await eventsNamed(
    db,
    reference,
    moment === 'submitted' ? ['submit'] : ['release', 'deliver'],
  )
  if (events.length === 0) return 'unknown'
  const same = events.some(
    (row) => eventHash({ ...row, at: asInstantText(row.at) }).toString('hex') === event,
  )
  return same ? 'as-stated' : 'changed'
}
