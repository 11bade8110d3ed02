import { isId, newId, no, type Result, yes } from '#kernel'
import { type Author, authorId, mayConfigure, type NameRefusal, personName } from '#people'
import type { Tools as Room } from '../../actions/tools.ts'
import * as endpoints from '../../store/webhooks/endpoints.ts'
import { type AddressRefusal, endpointAddress, OPEN_INTERNET, type Policy } from '../model/policy.ts'
import { newSigningSecret, OVERLAP, sealSecret } from '../model/secrets.ts'

export type Tools = Pick<Room, 'db' | 'clock' | 'secret' | 'directory'>

export interface EndpointChange {
  name: string
  url: string
  /** Names of steps; null for every one, also those to come. */
  events: readonly string[] | null
}

export interface NewEndpoint extends EndpointChange {
  /** Whose cases it hears of; null for all. */
  entityId: string | null
}

export type EndpointRefusal = 'not-allowed' | NameRefusal | AddressRefusal | 'webhook-events-missing'

/** Registers a system to be told of what happens. Its secret is returned once; it is kept encrypted. */
export async function registerEndpoint(
  { db, clock, secret, directory }: Tools,
  by: Author,
  { entityId, ...change }: NewEndpoint,
  policy: Policy = OPEN_INTERNET,
): Promise<Result<{ id: string; signingSecret: string }, EndpointRefusal | 'entity-unknown'>> {
  const accepted = acceptEndpoint(by, change, policy)
  if (!accepted.ok) return accepted
  if (entityId !== null && !(await directory()).entity(entityId)) return no('entity-unknown')
  const [id, signingSecret] = [newId(), newSigningSecret()]
  await endpoints.addEndpoint(db, {
    ...accepted.value,
    id,
    entityId,
    secret: sealSecret(secret, id, signingSecret),
    now: clock.now(),
  })
  return yes({ id, signingSecret })
}

/** Changes what it is told and where. Whose cases it hears of stays: for another entity there is another endpoint. */
export async function changeEndpoint(
  { db, clock }: Pick<Tools, 'db' | 'clock'>,
  by: Author,
  id: string,
  change: EndpointChange,
  policy: Policy = OPEN_INTERNET,
): Promise<Result<undefined, EndpointRefusal | 'not-found'>> {
  const accepted = acceptEndpoint(by, change, policy)
  if (!accepted.ok) return accepted
  const changed =
    isId(id) && (await endpoints.changeEndpoint(db, { ...accepted.value, id, now: clock.now() })) === 1
  return changed ? yes(undefined) : no('not-found')
}

/** A new secret. The old one signs beside it for a day, so that the receiver can change over without a gap. */
export async function rotateSigningSecret(
  { db, clock, secret }: Pick<Tools, 'db' | 'clock' | 'secret'>,
  by: Author,
  id: string,
): Promise<Result<{ signingSecret: string }, 'not-allowed' | 'not-found'>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const [now, signingSecret] = [clock.now(), newSigningSecret()]
  const sealed = sealSecret(secret, id, signingSecret)
  const changed =
    isId(id) &&
    (await endpoints.rotateSecret(db, {
      id,
      secret: sealed,
      oldUntil: now.add(OVERLAP),
      by: authorId(by),
      now,
    })) === 1
  return changed ? yes({ signingSecret }) : no('not-found')
}

/** Switches it on, with its failures forgotten, or off: then nothing is caused for it, and what waits, waits. */
export async function switchEndpoint(
  { db, clock }: Pick<Tools, 'db' | 'clock'>,
  by: Author,
  { id, active }: { id: string; active: boolean },
): Promise<Result<undefined, 'not-allowed' | 'not-found'>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const change = { id, active, by: authorId(by), now: clock.now() }
  return isId(id) && (await endpoints.switchEndpoint(db, change)) === 1 ? yes(undefined) : no('not-found')
}

/** Every endpoint with how it does; nothing for anybody but administrators. */
export const listEndpoints = async (
  { db }: Pick<Tools, 'db'>,
  by: Author,
): Promise<Result<endpoints.Endpoint[], 'not-allowed'>> =>
  mayConfigure(by) ? yes(await endpoints.listEndpoints(db)) : no('not-allowed')

const LONGEST_LIST = 100

/** What an endpoint may be told and where: asked before anything that can be done only once, such as using a code. */
export function acceptEndpoint(
  by: Author,
  { name: typed, url: address, events }: EndpointChange,
  policy: Policy = OPEN_INTERNET,
) {
  if (!mayConfigure(by)) return no('not-allowed')
  const name = personName(typed)
  if (!name.ok) return name
  const url = endpointAddress(address, policy)
  if (!url.ok) return url
  const known = events && [...new Set(events)].filter((event) => /^[a-z-]{1,40}$/.test(event))
  if (known && (known.length === 0 || known.length > LONGEST_LIST)) return no('webhook-events-missing')
  return yes({ name: name.value, url: url.value, events: known, by: authorId(by) })
}
