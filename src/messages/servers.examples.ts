import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** How a server takes one mail: by default it does. The text is the mail as it came. */
export type Taking = (mail: {
  text: string
  to: string
}) => 'take' | 'die' | { code: number } | { wait: number }

export interface MailServer {
  url: string
  /** Mails that the server said yes to. */
  taken: { text: string; to: string; messageId: string }[]
  /** Message-IDs of all that were offered whole, taken or not. */
  offered: string[]
  stop(): Promise<void>
}

/** A real SMTP server that does what it is told. `refuse` answers to the recipient, before any text. */
export async function aMailServer(
  t: Pick<TestContext, 'after'>,
  {
    taking = () => 'take' as const,
    refuse = () => 0,
    port = 0,
  }: { taking?: Taking; refuse?: (to: string) => number; port?: number } = {},
): Promise<MailServer> {
  const taken: MailServer['taken'] = []
  const offered: string[] = []
  const options: SMTPServerOptions = {
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _, done) => done(refuse(address) ? failure(refuse(address), address) : undefined),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => {
        parts.push(part)
        if (taking({ text: '', to: session.envelope.rcptTo[0]?.address ?? '' }) === 'die') drop(server)
      })
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString()
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const messageId = /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim() ?? ''
        offered.push(messageId)
        const verdict = taking({ text, to })
        const yes = () => {
          taken.push({ text, to, messageId })
          done()
        }
        if (verdict === 'take') yes()
        else if (verdict === 'die') drop(server)
        else if ('wait' in verdict) setTimeout(yes, verdict.wait)
        else done(failure(verdict.code, to))
      })
    },
  }
  const server = new SMTPServer(options)
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const stop = () =>
    new Promise<void>((stopped) => {
      server.close(stopped)
      drop(server)
    })
  t.after(stop)
  const own = (server.server.address() as AddressInfo).port
  return { url: `smtp://127.0.0.1:${own}?from=sawt@example.gov`, taken, offered, stop }
}

/** Cuts every connection, as a crash does. */
const drop = (server: SMTPServer) => {
  for (const connection of server.connections as Set<{ _socket: { destroy(): void } }>)
    connection._socket.destroy()
}

/** A server's refusal quotes the address, as real ones do. */
const failure = (responseCode: number, address: string) =>
  Object.assign(new Error(`${responseCode >= 500 ? '5.1.1' : '4.2.0'} <${address}> is not welcome`), {
    responseCode,
  })

export interface Asked {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}

/** A gateway that answers as it is told and remembers what it was asked. */
export async function aGateway(
  t: Pick<TestContext, 'after'>,
  answer: (asked: Asked) => { status: number; body?: string; headers?: Record<string, string> } | 'die',
) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('latin1')
      const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }
      asked.push(one)
      const said = answer(one)
      if (said === 'die') request.socket.destroy()
      else response.writeHead(said.status, said.headers).end(said.body ?? '{}')
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { origin: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}
