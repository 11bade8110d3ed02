import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

/** Milliseconds for a service to tell where a file is, and for the whole of it to arrive. */
const PATIENCE = 30_000

/** What a service answers about a file; undefined when it does not. */
export async function askAbout(address: string, headers: Record<string, string> = {}): Promise<unknown> {
  try {
    const answer = await fetch(address, { headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
    if (!answer.ok) return undefined
    const text = await answer.text()
    return text.length < 100_000 ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/**
 * A file as it streams in; undefined when it cannot be had. It is asked for only by https, or where the service itself
 * is: an answer must not make us call into our own network.
 */
export async function download(
  address: string,
  service: string,
  headers: Record<string, string> = {},
): Promise<Readable | undefined> {
  const to = URL.parse(address)
  if (!to || (to.protocol !== 'https:' && to.origin !== new URL(service).origin)) return undefined
  if (to.protocol === 'https:' && isInward(to.hostname)) return undefined
  try {
    const answer = await fetch(to, { headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
    if (!answer.ok || !answer.body) return undefined
    return Readable.fromWeb(answer.body as ReadableStream)
  } catch {
    return undefined
  }
}

/** A bare address or a name of our own machine is never where such a service keeps its files. */
const isInward = (host: string): boolean =>
  /^[\d.]+$|^\[|^localhost$|\.(?:local|internal|localhost)$/i.test(host)
