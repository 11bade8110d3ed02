// A receiver of Sawt's webhooks, small enough to read in a minute. It needs Node 18 or later and nothing else:
//
//     WEBHOOK_SECRET=whsec_… PORT=3000 node webhook-receiver.mjs
//
// It answers on plain HTTP; put it behind whatever ends TLS for you.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'

const FRESH_FOR_SECONDS = 300

/**
 * Whether a body is Sawt's and fresh.
 *
 * `raw` is the body as it came, byte for byte: parsing it and writing it again gives other bytes and another
 * signature. While a secret is being changed the header holds two signatures; one that fits is enough.
 */
export function isFromSawt(header, raw, secret, now = Date.now() / 1000) {
  const parts = String(header ?? '').split(',').map((part) => part.trim().split('='))
  const t = parts.find(([name]) => name === 't')?.[1] ?? ''
  if (!/^\d+$/.test(t) || Math.abs(now - Number(t)) > FRESH_FOR_SECONDS) return false
  const expected = createHmac('sha256', secret).update(`${t}.`).update(raw).digest()
  return parts.some(([name, hex = '']) => {
    const given = Buffer.from(name === 'v1' ? hex : '', 'hex')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

// The same event may come twice: after an answer that was lost, or when somebody asked for it again. Keep these ids
// in your database, in the transaction that does what the event asks for.
const seen = new Set()

function handle(event) {
  if (seen.has(event.id)) return 'seen before'
  seen.add(event.id)
  return 'new'
}

export function receiver(secret, told = console.log) {
  return createServer((request, response) => {
    const parts = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      const raw = Buffer.concat(parts)
      if (!isFromSawt(request.headers['sawt-signature'], raw, secret)) {
        told('refused')
        response.writeHead(401).end()
        return
      }
      // Answer first and work afterwards: Sawt waits ten seconds.
      response.writeHead(204).end()
      const event = JSON.parse(raw.toString('utf8'))
      told(`${handle(event)} ${event.event} ${event.reference ?? event.text}`)
    })
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { WEBHOOK_SECRET: secret, PORT = '3000', HOST = '127.0.0.1' } = process.env
  if (!secret) {
    console.error('WEBHOOK_SECRET is missing: it is shown once, when the endpoint is registered.')
    process.exit(1)
  }
  const server = receiver(secret)
  server.listen(Number(PORT), HOST, () => console.log(`listening on ${server.address().port}`))
}
