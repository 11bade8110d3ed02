import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { CannotStart } from './cannot-start.ts'

/** Hono's `app.fetch`. */
type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

export interface Listening {
  readonly port: number
  /** Takes no new requests and lets the running ones finish, for at most `patience` milliseconds. */
  drain(patience?: number): Promise<void>
}

/**
 * Answers HTTP.
 *
 * @throws CannotStart when the port is taken or not allowed
 */
export async function listen(
  fetch: Fetch,
  { port, host }: { port: number; host: string },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch }) as Server
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(explained(error, port, host)))
    server.listen(port, host, done)
  })
  return { port: (server.address() as AddressInfo).port, drain: (patience) => drain(server, patience) }
}

function explained(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const other = port === 8081 ? 8082 : 8081
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use by another program. Stop that one, or choose another: PORT=${other} npm start`,
    EACCES: `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=8080 npm start`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one it has, or to 0.0.0.0 for all.`,
    ENOTFOUND: `HOST=${host} is no name that this machine knows. Set it to an address, or to 0.0.0.0 for all.`,
  }
  const reason = reasons[error.code ?? '']
  return reason ? new CannotStart(reason) : error
}

async function drain(server: Server, patience = 10_000): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  // Kept-alive connections fall idle one by one as their requests finish.
  const sweeping = setInterval(() => server.closeIdleConnections(), 50)
  // A live screen never finishes by itself.
  const giveUp = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(sweeping)
  clearTimeout(giveUp)
}
