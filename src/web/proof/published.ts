import { Hono } from 'hono'
import { type PublishedKey, publicPem, publishedHeads, publishedKeys, readHead, readKey } from '#cases'
import type { Env, Handler } from '../base/env.ts'

/** Heads in one answer; older ones by `?before=NUMBER`. */
const PAGE = 400

/**
 * What anybody may copy and keep, for programs: the signed heads of the record and the public keys.
 *
 * Open to scripts of other sites, because witnesses are other sites.
 */
export function publishedProof(): Hono<Env> {
  const app = new Hono<Env>()
  app.use('/proof/*', async (c, next) => {
    await next()
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    c.header('Cache-Control', 'public, max-age=60')
  })
  app.get('/proof/heads', headsAsJson).get('/proof/heads.txt', headsAsText)
  app.get('/proof/keys', keysAsJson).get('/proof/keys/:file', keyAsPem)
  return app
}

const headsAsJson: Handler = async (c) => {
  const { tools } = c.var
  const heads = await publishedHeads(tools, beforeOf(c.req.query('before')), PAGE)
  return c.json({
    service: tools.publicUrl,
    heads: heads.map(({ number, signed, signature, growth }) => ({
      number,
      signed,
      signature,
      // Proves, with the head before and nothing else, that the record only grew (RFC 9162, 2.1.4).
      growth: Array.from({ length: growth.length / 32 }, (_, at) =>
        growth.toString('hex', at * 32, at * 32 + 32),
      ),
    })),
    next: heads.length === PAGE ? `/proof/heads?before=${heads.at(-1)?.number}` : null,
  })
}

/** One line a day, for a gazette: day, events, root, key, signature. */
const headsAsText: Handler = async (c) => {
  const heads = await publishedHeads(c.var.tools, beforeOf(c.req.query('before')), PAGE)
  const lines = heads.flatMap(({ signed, signature }) => {
    const head = readHead(signed)
    return head ? [[head.day, head.size, head.root, head.key, signature].join(' ')] : []
  })
  return c.text(`${lines.join('\n')}\n`)
}

const keysAsJson: Handler = async (c) =>
  c.json({ keys: (await publishedKeys(c.var.tools.db)).map(published) })

const published = ({ signed, signature, approval }: PublishedKey) => ({ signed, signature, approval })

const keyAsPem: Handler = async (c) => {
  const id = c.req.param('file')?.replace(/\.pem$/, '')
  const key = (await publishedKeys(c.var.tools.db)).find((one) => one.id === id)
  const found = key && readKey(key)
  return found
    ? c.body(publicPem(found.raw), 200, {
        'Content-Type': 'application/x-pem-file',
        'Content-Disposition': `attachment; filename="sawt-${found.id}.pem"`,
      })
    : c.notFound()
}

function beforeOf(typed: string | undefined): number {
  const number = Number(typed)
  return typed && Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : 2 ** 31 - 1
}
