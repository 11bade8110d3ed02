import type { Context } from 'hono'
import type { Env } from '../base/env.ts'

/**
 * Sends JSON. Headers go in at once: setting them one by one afterwards would cost the fast road of the
 * server for every answer.
 */
export const send = (
  c: Context<Env>,
  body: unknown,
  status: number,
  headers: Record<string, string> = {},
): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...HEADERS, ...(c.var.tools.publicUrl.startsWith('https:') && HTTPS), ...headers },
  })

/** An answer is data about a person: it is never kept by a browser or proxy, and never becomes a page. */
const HEADERS = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

const HTTPS = { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }
