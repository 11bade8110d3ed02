import { enqueue } from '../../actions/enqueue.ts'
import { type Gateways, reachOf } from '../../actions/gateways.ts'
import type { Tools as Room } from '../../actions/tools.ts'
import type { Telling } from '../../model/telling.ts'
import * as endpoints from '../../store/webhooks/endpoints.ts'

export interface GivingUpTools extends Pick<Room, 'db' | 'clock' | 'log' | 'directory'> {
  /** The ways out of this installation; without them it is said on the desk alone. */
  gateways?: Gateways
}

/**
 * Switches an endpoint off that took nothing for days, and tells whoever can mend that: administrators, and the
 * liaison officers of its entity. Both in one transaction, so that no system falls silent without a word.
 */
export async function giveUpOn(
  { db, clock, log, directory, gateways = { demonstration: false } }: GivingUpTools,
  id: string,
  since: Temporal.Instant,
): Promise<void> {
  const now = clock.now()
  const country = await directory()
  const given = await db.transaction(async (tx) => {
    const found = await endpoints.giveUpOn(tx, id, now)
    if (!found) return false
    const { name, entityId } = found
    const common = {
      kind: 'webhook-off',
      facts: { system: name, day: since.toString(), who: country.entity(entityId)?.name },
    } as const
    const cause = `webhook:${id}:${now.epochMilliseconds}`
    const office: Telling = {
      ...common,
      cause,
      to: { staff: { role: 'admin', scope: 'nation', scopeId: null } },
      facts: { ...common.facts, path: `/admin/webhooks/${id}` },
    }
    const entity: Telling[] = entityId
      ? [{ ...common, cause, to: { staff: { role: 'liaison', scope: 'entity', scopeId: entityId } } }]
      : []
    await enqueue(tx, { now, reach: reachOf(gateways), zone: country.timeZone }, [office, ...entity])
    return true
  })
  if (given)
    log.warn(
      { endpoint: id, since: since.toString() },
      'a webhook endpoint took nothing for days and is switched off',
    )
}
