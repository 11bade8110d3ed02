import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { OPEN_ROAD, type Road } from './post.ts'

/** A way out to this machine, for tests: nothing outside them makes one. */
export const homeRoad = (change: Partial<Road> = {}): Road => ({
  ...OPEN_ROAD,
  protocols: ['http:', 'https:'],
  allows: (address) => address === '127.0.0.1',
  resolve: async () => ['127.0.0.1'],
  patience: { connect: 2_000, whole: 3_000 },
  ...change,
})

export interface Got {
  headers: IncomingHttpHeaders
  body: string
}

export type Answer = { status: number; headers?: Record<string, string>; body?: string } | 'die' | 'silence'

/** A system at an entity that answers as it is told and remembers what it got. */
export async function aSystem(
  t: Pick<TestContext, 'after'>,
  answer: (got: Got) => Answer = () => ({ status: 204 }),
) {
  const got: Got[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(parts).toString('utf8') }
      got.push(one)
      const said = answer(one)
      if (said === 'silence') return
      if (said === 'die') request.socket.destroy()
      else response.writeHead(said.status, said.headers).end(said.body)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://works.example:${(server.address() as AddressInfo).port}/hooks`, got }
}
