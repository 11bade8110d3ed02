import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { canonicalJson, newId, no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import type { Body } from './read-body.ts'

/** What makes two requests one intention. */
export interface Intent {
  scope: string
  key: string
  bodyHash: Buffer
}

/**
 * The intention behind a request: its Idempotency-Key, or one of its own when it has none. A key counts for
 * one token, or for everybody without a token; it stands for one address and one body, whose names may come
 * in any order.
 */
export function intentOf(
  c: Context,
  body: Body | undefined,
  officer?: Officer,
): Result<Intent | undefined, 'key-not-good'> {
  if (!body) return yes(undefined)
  const given = c.req.header('idempotency-key')
  if (given !== undefined && !/^[\x21-\x7e]{1,255}$/.test(given)) return no('key-not-good')
  return yes({
    scope: officer ? `api:${officer.id}:${officer.grants[0]?.id}` : 'public',
    key: given ?? newId(),
    bodyHash: createHash('sha256').update(c.req.path).update('\0').update(canonicalJson(body)).digest(),
  })
}
