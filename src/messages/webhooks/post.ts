import { lookup as lookUpName } from 'node:dns/promises'
import { type ClientRequest, request as http, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as https } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { hostOf, OPEN_INTERNET, type Policy } from './model/policy.ts'
import type { Fault } from './model/states.ts'

/** A way out to endpoints: to which of them, and how names are looked up. */
export interface Road extends Policy {
  resolve(name: string): Promise<readonly string[]>
  /** Milliseconds: until connected, and for the whole. */
  readonly patience: { connect: number; whole: number }
}

export const OPEN_ROAD: Road = {
  ...OPEN_INTERNET,
  resolve: async (name) => (await lookUpName(name, { all: true })).map(({ address }) => address),
  patience: { connect: 5_000, whole: 10_000 },
}

export type Answered = { status: number; retryAfter?: number } | { fault: Fault }

interface Sending {
  headers: Record<string, string>
  body: string
}

/** What an endpoint says matters little and is never kept: so much is listened to before hanging up. */
const MOST = 16_384

/**
 * Posts a body. Where the name leads is asked first, every address of it must be allowed, and the connection goes
 * to those very addresses: a name that answers otherwise a moment later changes nothing. No redirect is followed.
 * What goes wrong is a fault, never an exception.
 */
export async function post(url: string, sending: Sending, road: Road): Promise<Answered> {
  const target = URL.parse(url)
  if (!target || !road.protocols.includes(target.protocol)) return { fault: 'forbidden' }
  const limits = new AbortController()
  const giveUp = () => limits.abort()
  const connecting = setTimeout(giveUp, road.patience.connect)
  const whole = setTimeout(giveUp, road.patience.whole)
  try {
    const addresses = await before(limits.signal, addressesOf(hostOf(target), road))
    if (addresses.length === 0) return { fault: 'no-such-name' }
    if (!addresses.every(road.allows)) return { fault: 'forbidden' }
    const connected = () => clearTimeout(connecting)
    return await exchange(target, sending, { addresses, signal: limits.signal, connected })
  } catch (error) {
    return { fault: limits.signal.aborted ? 'timeout' : faultOf(error) }
  } finally {
    clearTimeout(connecting)
    clearTimeout(whole)
  }
}

const addressesOf = async (host: string, road: Road): Promise<readonly string[]> =>
  isIP(host) ? [host] : road.resolve(host)

/** Looking up cannot be called off, but it need not be waited for. */
const before = <Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> =>
  Promise.race([
    work,
    new Promise<never>((_, fail) =>
      signal.addEventListener('abort', () => fail(signal.reason), { once: true }),
    ),
  ])

interface Connecting {
  addresses: readonly string[]
  signal: AbortSignal
  connected(): void
}

function exchange(target: URL, { headers, body }: Sending, { addresses, signal, connected }: Connecting) {
  const bytes = Buffer.from(body, 'utf8')
  const options: RequestOptions = {
    method: 'POST',
    // A connection of its own: kept ones would outlive the check of where they lead.
    agent: false,
    lookup: pinnedTo(addresses),
    headers: { ...headers, 'content-length': bytes.length },
    signal,
  }
  return new Promise<Answered>((answer, fail) => {
    const asked: ClientRequest =
      target.protocol === 'https:' ? https(target, options, took) : http(target, options, took)
    asked.on('socket', (socket) =>
      socket.once(target.protocol === 'https:' ? 'secureConnect' : 'connect', connected),
    )
    asked.on('error', fail).end(bytes)
    function took(response: IncomingMessage) {
      const done = () => answer({ status: response.statusCode ?? 0, ...waitAsked(response) })
      let heard = 0
      response.on('data', (part: Buffer) => {
        heard += part.length
        if (heard > MOST) asked.destroy()
      })
      // However the rest of the answer ends, what it says stands in its first line.
      response.on('close', done).on('error', done)
    }
  })
}

const pinnedTo =
  (addresses: readonly string[]): LookupFunction =>
  (_, { all }, done) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }))
    if (all) done(null, found)
    else done(null, found[0]?.address ?? '', found[0]?.family)
  }

/** Seconds that the endpoint asks to be left alone for; an hour at most. */
function waitAsked({ headers }: IncomingMessage): { retryAfter?: number } {
  const seconds = Number(headers['retry-after'])
  return seconds > 0 ? { retryAfter: Math.min(seconds, 3600) } : {}
}

function faultOf(error: unknown): Fault {
  const code = String((error as { code?: unknown }).code ?? '')
  if (/^(ENOTFOUND|EAI_|ENODATA)/.test(code)) return 'no-such-name'
  if (code === 'ETIMEDOUT') return 'timeout'
  if (code === 'ECONNREFUSED') return 'refused'
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)) return 'certificate'
  if (/^(ECONNRESET|EPIPE|HPE_)/.test(code)) return 'broken'
  return 'unreachable'
}
