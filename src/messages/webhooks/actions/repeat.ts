import { isId, newId, no, type Result, yes } from '#kernel'
import { type Author, authorId, mayConfigure } from '#people'
import type { Tools as Room } from '../../actions/tools.ts'
import * as deliveries from '../../store/webhooks/deliveries.ts'
import { listEndpoints } from '../../store/webhooks/endpoints.ts'
import * as replays from '../../store/webhooks/replays.ts'
import type { DeliveryState } from '../model/states.ts'

type Tools = Pick<Room, 'db' | 'clock'>

const SHOWN = 100

/** The latest deliveries of an endpoint and what was asked to be repeated; neither names a case. */
export async function deliveriesOf(
  { db }: Pick<Tools, 'db'>,
  by: Author,
  endpointId: string,
  state?: DeliveryState,
) {
  if (!mayConfigure(by) || !isId(endpointId)) return { deliveries: [], replays: [] }
  const [latest, asked] = await Promise.all([
    deliveries.latestDeliveries(db, endpointId, state ?? null, SHOWN),
    replays.latestReplays(db, endpointId),
  ])
  return { deliveries: latest, replays: asked }
}

/** Sends one delivery again, also one that had arrived; it keeps its identity. */
export async function deliverAgain(
  { db, clock }: Tools,
  by: Author,
  { endpointId, id }: { endpointId: string; id: string },
): Promise<Result<undefined, 'not-allowed' | 'not-found'>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const queued =
    isId(id) && isId(endpointId) && (await deliveries.queueDelivery(db, { id, endpointId, now: clock.now() }))
  return queued ? yes(undefined) : no('not-found')
}

/** Asks for every event since a moment once more, as the endpoint may hear them today. Receivers know them by their id. */
export async function replaySince(
  { db, clock }: Tools,
  by: Author,
  { endpointId, since }: { endpointId: string; since: Temporal.Instant },
): Promise<
  Result<undefined, 'not-allowed' | 'not-found' | 'webhook-moment-ahead' | 'webhook-replay-running'>
> {
  if (!mayConfigure(by)) return no('not-allowed')
  const now = clock.now()
  if (Temporal.Instant.compare(since, now) > 0) return no('webhook-moment-ahead')
  if (!(await listEndpoints(db)).some(({ id }) => id === endpointId)) return no('not-found')
  const asked = await replays.addReplay(db, { id: newId(), endpointId, since, by: authorId(by), now })
  return asked ? yes(undefined) : no('webhook-replay-running')
}

/** Sends a trial that is about no case, with a word in Arabic, so that both ends can be tried. */
export async function tryEndpoint(
  { db, clock }: Tools,
  by: Author,
  endpointId: string,
): Promise<Result<undefined, 'not-allowed' | 'not-found'>> {
  if (!mayConfigure(by)) return no('not-allowed')
  if (!(await listEndpoints(db)).some(({ id, active }) => id === endpointId && active)) return no('not-found')
  const [id, at] = [newId(), clock.now()]
  const body = JSON.stringify({ id, event: 'test', at: at.toString(), text: 'تجربة من صوت' })
  await deliveries.addDeliveries(db, [
    { id, endpointId, effect: `${endpointId}:test:${id}`, event: 'test', caseId: null, body, at },
  ])
  return yes(undefined)
}
