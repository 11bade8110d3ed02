import { no, type Result, yes } from '#kernel'
import { fromBase64url, type KnownRoster, type SignedRoster, trustRosters } from '#sealing'

/** `omit` for everything that need not know who asks. */
export type Asker = 'omit' | 'same-origin'

/** What the room answers; a refusal is its key, `unreachable` when nobody answered at all. */
export async function askRoom<Answer>(
  credentials: Asker,
  address: string,
  body?: unknown,
): Promise<Result<Answer>> {
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const response = await sendRoom(credentials, address, sent === undefined ? 'GET' : 'POST', sent)
  if (!response) return no('unreachable')
  if (response.status === 204) return yes({} as Answer)
  const said: unknown = await response.json().catch(() => undefined)
  if (response.ok && said !== undefined) return yes(said as Answer)
  const refused = (said as { refused?: unknown } | undefined)?.refused
  return no(typeof refused === 'string' ? refused : 'other')
}

/** The response to one request, which is never led elsewhere; undefined when nobody answered. */
export async function sendRoom(
  credentials: Asker,
  address: string,
  method = 'GET',
  body?: string | Uint8Array<ArrayBuffer>,
): Promise<Response | undefined> {
  try {
    return await fetch(address, {
      method,
      credentials,
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      ...(typeof body === 'string' && { headers: { 'Content-Type': 'application/json' } }),
      ...(body !== undefined && { body }),
    })
  } catch {
    return undefined
  }
}

/**
 * Every list of who reads, proven back to the first by the Authority whose key this program carries. `roster-missing`
 * before the first was published.
 */
export async function provenRosters(authority: string): Promise<Result<KnownRoster[]>> {
  const asked = await askRoom<{ rosters: SignedRoster[] }>('omit', '/sealed/api/rosters')
  if (!asked.ok) return asked
  const { rosters } = asked.value
  if (rosters.length === 0) return no('roster-missing')
  const key = fromBase64url(authority)
  return key?.length === 32 ? trustRosters(rosters, key) : no('roster-unsigned')
}
