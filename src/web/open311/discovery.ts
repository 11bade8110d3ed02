import { one } from './answer.ts'
import type { Answering } from './route.ts'

/** When the interface last changed, as the standard's clients expect to read it. */
const CHANGESET = '2026-11-22T00:00:00Z'

/**
 * GET discovery: where the interface is and what it speaks. There are two endpoints, because clients in the
 * field read the list only when it is one; both lead to the same service, in the formats named.
 */
export const discovery: Answering = async ({ c, format }) => {
  const { publicUrl, demonstration } = c.var.tools
  const endpoint = (formats: readonly string[]) => ({
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: `${publicUrl}/open311/v2`,
    changeset: CHANGESET,
    type: demonstration ? 'test' : 'production',
    formats,
  })
  const endpoints = [endpoint(['text/xml', 'application/json']), endpoint(['application/json', 'text/xml'])]
  const about = {
    changeset: CHANGESET,
    contact: `${publicUrl}/en/about`,
    key_service: `${publicUrl}/api/docs`,
  }
  const nested = endpoints.map(({ formats, ...rest }) => ({ ...rest, formats: { format: formats } }))
  return one(c, format, 'discovery', { ...about, endpoints }, { ...about, endpoints: { endpoint: nested } })
}
