import { no, type Result, yes } from '#kernel'
import { findWork, fromBase64url, type KnownRoster, type SignedRoster, trustRosters } from '#sealing'

const API = '/sealed/api/'

/** What the room answers a reporter; a refusal is its key, `unreachable` when nobody answered. */
export async function ask<Answer>(call: string, body?: unknown): Promise<Result<Answer>> {
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const response = await send(call, sent === undefined ? 'GET' : 'POST', sent)
  if (!response) return no('unreachable')
  const said: unknown = await response.json().catch(() => undefined)
  if (response.ok && said !== undefined) return yes(said as Answer)
  const refused = (said as { refused?: unknown } | undefined)?.refused
  return no(typeof refused === 'string' ? refused : 'other')
}

/** Hands over one sealed chunk. Tried three times: a long upload must not fail for one lost packet. */
export async function putChunk(ticket: string, file: string, index: number, chunk: Uint8Array<ArrayBuffer>) {
  for (let attempt = 1; ; attempt++) {
    const response = await send(`uploads/${ticket}/${file}/${index}`, 'PUT', chunk)
    if (response?.ok) return yes(null)
    if (attempt === 3 || (response && response.status < 500)) return no(response ? 'other' : 'unreachable')
    await new Promise((resume) => setTimeout(resume, 500 * attempt))
  }
}

/** A challenge of the server with its answer: what takes the place of an address that would be counted. */
export async function answerChallenge(onProgress?: (done: number) => void) {
  const asked = await ask<{ challenge: string; bits: number }>('challenge', {})
  if (!asked.ok) return asked
  return yes({ challenge: asked.value.challenge, counter: await findWork(asked.value, onProgress) })
}

/** Every list of who reads, proven back to the first by the Authority whose key this program carries. */
export async function provenRosters(authority: string): Promise<Result<KnownRoster[]>> {
  const key = fromBase64url(authority)
  if (key?.length !== 32) return no('roster-missing')
  const asked = await ask<{ rosters: SignedRoster[] }>('rosters')
  return asked.ok ? trustRosters(asked.value.rosters, key) : asked
}

async function send(call: string, method: string, body?: string | Uint8Array<ArrayBuffer>) {
  try {
    return await fetch(API + call, {
      method,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      ...(typeof body === 'string' && { headers: { 'Content-Type': 'application/json' } }),
      ...(body !== undefined && { body }),
    })
  } catch {
    return undefined
  }
}
