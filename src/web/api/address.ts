import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The network address a request comes from; undefined for the machine itself.
 *
 * A proxy on this machine says for whom it asks in X-Forwarded-For, of which only the last entry is its own
 * word. From anywhere else the header is what the sender likes to say, and is not read.
 */
export function addressOf(c: Context): string | undefined {
  const incoming: unknown = (c.env as { incoming?: unknown } | undefined)?.incoming
  const direct = incoming ? getConnInfo(c).remote.address : undefined
  if (direct && !isLoopback(direct)) return direct
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 64) || undefined
}

const isLoopback = (address: string) => /^(?:::ffff:)?127\.|^::1$/.test(address)
