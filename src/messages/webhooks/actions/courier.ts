import type { Clock } from '#kernel'
import type { Tools as Room } from '../../actions/tools.ts'
import { nextTry } from '../../model/patience.ts'
import * as deliveries from '../../store/webhooks/deliveries.ts'
import * as endpoints from '../../store/webhooks/endpoints.ts'
import { isGivenUp, restAfter } from '../model/endurance.ts'
import { secretsOf } from '../model/secrets.ts'
import { signature } from '../model/signature.ts'
import type { Fault } from '../model/states.ts'
import { OPEN_ROAD, post, type Road } from '../post.ts'
import { type GivingUpTools, giveUpOn } from './give-up.ts'

export interface Tools extends Pick<Room, 'db' | 'clock' | 'log' | 'secret'>, GivingUpTools {
  /** The clock that receivers go by, when a demonstration's own was set forward. */
  wall?: Clock
}

/** Seconds: longer than the slowest answer that is waited for. */
const LEASE = 60
/** At once for one endpoint; one that is failing is only felt for. */
const ABREAST = 8

/**
 * Carries deliveries to their endpoints, each endpoint in a lane of its own, so that a slow or dead one keeps
 * nobody waiting. Any number of workers may have one; each delivery is held by one.
 */
export interface WebhookCourier {
  /** Starts a lane for every endpoint that something is due for, and does not wait for them. */
  deliver(): Promise<void>
  /** Until every lane has come to its end. */
  idle(): Promise<void>
}

export function webhookCourier(tools: Tools, road: Road = OPEN_ROAD): WebhookCourier {
  const lanes = new Map<string, Promise<void>>()
  const lane = async (id: string) => {
    try {
      while (await carrySome(tools, road, id));
    } catch (err) {
      tools.log.error({ err, endpoint: id }, 'a lane of webhooks failed, it will be tried again')
    } finally {
      lanes.delete(id)
    }
  }
  return {
    async deliver() {
      for (const { id } of await endpoints.dueEndpoints(tools.db, tools.clock.now()))
        if (!lanes.has(id)) lanes.set(id, lane(id))
    },
    async idle() {
      while (lanes.size > 0) await Promise.all(lanes.values())
    },
  }
}

/** @returns whether there may be more to do now */
async function carrySome(tools: Tools, road: Road, id: string): Promise<boolean> {
  const { db, clock } = tools
  const now = clock.now()
  const endpoint = await endpoints.workingEndpoint(db, id, now)
  if (!endpoint) return false
  const limit = endpoint.failures > 0 ? 1 : ABREAST
  const held = await deliveries.holdDeliveries(db, { endpointId: id, now, lease: LEASE, limit })
  if (held.length === 0) return false
  const secrets = secretsOf(tools.secret, endpoint, now)
  const ended = await Promise.all(held.map((one) => carry(tools, road, { one, url: endpoint.url, secrets })))
  const taken = ended.find(({ arrived }) => arrived)
  if (taken) await recovered(tools, endpoint, taken)
  else if (ended[0]) await failing(tools, endpoint, ended[0])
  return taken !== undefined
}

interface Ended {
  arrived: boolean
  status: number | null
  fault: Fault | null
  retryAfter?: number
}

interface Load {
  one: deliveries.Held
  url: string
  secrets: readonly string[]
}

async function carry(tools: Tools, road: Road, load: Load): Promise<Ended> {
  const ended = await attempt(tools, road, load)
  const { db, clock, log } = tools
  const { arrived, status, fault, retryAfter } = ended
  const { id, event, attempts } = load.one
  const readyAt = arrived ? undefined : nextTry(load.one, clock.now(), { seconds: retryAfter ?? 0 })
  if (readyAt) {
    await deliveries.putOffDelivery(db, { id, attempts, status, fault, readyAt })
    return ended
  }
  const state = arrived ? 'delivered' : 'failed'
  await deliveries.settleDelivery(db, { id, attempts, status, fault, state, now: clock.now() })
  if (!arrived) log.warn({ delivery: id, event, attempts, status, fault }, 'a webhook was not delivered')
  return ended
}

async function attempt(
  { clock, wall = clock }: Tools,
  road: Road,
  { one, url, secrets }: Load,
): Promise<Ended> {
  // Unsigned it would be worth nothing to its receiver, and teach them to take what is not signed.
  if (secrets.length === 0) return { arrived: false, status: null, fault: 'no-secret' }
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Sawt',
    'sawt-event': one.event,
    'sawt-delivery': one.id,
    'sawt-signature': signature(secrets, wall.now(), one.body),
  }
  const answer = await post(url, { headers, body: one.body }, road)
  if ('fault' in answer) return { arrived: false, status: null, fault: answer.fault }
  const { status, retryAfter } = answer
  return { arrived: status >= 200 && status < 300, status, fault: null, ...(retryAfter && { retryAfter }) }
}

/** As many failures in a row as make an outage of some minutes. */
const OUTAGE = 3

async function recovered({ db, clock }: Tools, { id, failures }: endpoints.Working, { status }: Ended) {
  const now = clock.now()
  await endpoints.markTaking(db, { id, now, status, fault: null })
  if (failures >= OUTAGE) await deliveries.hurryDeliveries(db, id, now)
}

async function failing(tools: Tools, { id, failures }: endpoints.Working, { status, fault }: Ended) {
  const { db, clock } = tools
  const now = clock.now()
  const restUntil = now.add({ minutes: restAfter(failures + 1) })
  const since = await endpoints.markFailing(db, { id, now, status, fault, restUntil })
  if (since && isGivenUp(since, now)) await giveUpOn(tools, id, since)
}
