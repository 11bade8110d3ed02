import { newId } from '#kernel'
import type { Db } from '#platform'
import { addDeliveries, type NewDelivery } from '../../store/webhooks/deliveries.ts'
import { listeners } from '../../store/webhooks/endpoints.ts'
import { type Happening, toldTo } from '../model/happening.ts'

/** A repetition that somebody asked for: of one endpoint, and with effects of its own. */
export interface Repetition {
  endpointId: string
  replay: string
}

/**
 * Causes the deliveries of what happened, in the transaction of whoever calls: one for each event and endpoint
 * that may hear of it. Read twice, the same events cause nothing the second time.
 */
export async function tellEndpoints(
  tx: Db,
  now: Temporal.Instant,
  happenings: readonly Happening[],
  again?: Repetition,
): Promise<void> {
  const listening = (await listeners(tx)).filter(({ id }) => !again || id === again.endpointId)
  const deliveries = happenings.flatMap((happening) =>
    listening.flatMap((listener): NewDelivery[] => {
      const body = toldTo(listener, happening)
      if (body === undefined) return []
      const { caseId, seq, event } = happening
      const effect = [listener.id, caseId, seq, again?.replay].filter(Boolean).join(':')
      return [{ id: newId(), endpointId: listener.id, effect, event, caseId, body, at: now }]
    }),
  )
  if (deliveries.length > 0) await addDeliveries(tx, deliveries)
}
