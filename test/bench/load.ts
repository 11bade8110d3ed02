import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export interface Sent {
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface Load {
  /** Answers a second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p95: number
  p99: number
  count: number
  /** Answers that were not what was hoped for; a figure with any of them means nothing. */
  wrong: number
}

/**
 * Rounds that do not count: PostgreSQL plans the first five executions of a statement on each of ten connections anew,
 * and a service that runs since the morning has that behind it.
 */
export const UNTIL_PLANNED = 60

/** So many clients, each sending its next request when the last was answered, for so long. */
export async function load(port: number, clients: number, seconds: number, next: () => Sent): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times: number[] = []
  let wrong = 0
  const end = performance.now() + seconds * 1000
  const client = async () => {
    while (performance.now() < end) {
      const started = performance.now()
      const { status } = await send(agent, port, next())
      times.push(performance.now() - started)
      if (status >= 400) wrong++
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  agent.destroy()
  return { ...spread(times), rate: times.length / ((performance.now() - started) / 1000), wrong }
}

/** The same work at so many clients without HTTP: the raw measure beside it. */
export async function repeat(clients: number, seconds: number, work: () => Promise<unknown>): Promise<Load> {
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  const started = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const began = performance.now()
        await work()
        times.push(performance.now() - began)
      }
    }),
  )
  return { ...spread(times), rate: times.length / ((performance.now() - started) / 1000), wrong: 0 }
}

export function spread(times: number[]): Omit<Load, 'rate' | 'wrong'> {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: sorted.length }
}

export function send(agent: Agent | undefined, port: number, { method, path, headers, body }: Sent) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const sent = request(
      { agent, port, host: '127.0.0.1', method, path, headers: lengthOf(headers, body) },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString(),
          }),
        )
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const lengthOf = (headers: Record<string, string> = {}, body?: string) =>
  body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) }
