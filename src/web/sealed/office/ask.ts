import { no, type Result, yes } from '#kernel'

const OFFICE = '/sealed/office/api/'

/** What the room answers an officer; a refusal is its key, `unreachable` when nobody answered at all. */
export async function ask<Answer>(call: string, body?: unknown): Promise<Result<Answer>> {
  const answered = await send(OFFICE + call, body)
  if (!answered.ok) return answered
  const response = answered.value
  if (response.status === 204) return yes({} as Answer)
  const said: unknown = await response.json().catch(() => undefined)
  if (response.ok && said !== undefined) return yes(said as Answer)
  return no(refusalIn(said))
}

/** The bytes of one sealed chunk, or of an age file. */
export async function askBytes(call: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const answered = await send(OFFICE + call)
  if (!answered.ok) return answered
  if (!answered.value.ok) return no('not-found')
  return yes(new Uint8Array(await answered.value.arrayBuffer()))
}

/** What anybody may ask of the room. */
export async function askPublic<Answer>(call: string): Promise<Result<Answer>> {
  const answered = await send(`/sealed/${call}`)
  return answered.ok && answered.value.ok ? yes((await answered.value.json()) as Answer) : no('unreachable')
}

async function send(address: string, body?: unknown): Promise<Result<Response>> {
  try {
    const posted = body !== undefined
    return yes(
      await fetch(address, {
        method: posted ? 'POST' : 'GET',
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
        ...(posted && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
      }),
    )
  } catch {
    return no('unreachable')
  }
}

function refusalIn(said: unknown): string {
  const refused = (said as { refused?: unknown } | undefined)?.refused
  return typeof refused === 'string' ? refused : 'other'
}
