import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { formatNumber, words } from '#words'
import type { StaffEnv } from '../base/env.ts'

/** Milliseconds. Proxies cut what is silent for a minute. */
const HEARTBEAT = 25_000
/** A page that is left open does not keep its session alive: after this it asks again only when somebody is there. */
const LONGEST = 15 * 60_000

/** How many notices an officer has not read, as it changes: server-sent events for as long as the page is open. */
export function streamCount(c: Context<StaffEnv>): Response {
  const { tools, officer, page } = c.var
  const counter = tools.live.open(officer.id)
  if (!counter) return c.body(null, 503, { 'Retry-After': '30' })
  const { reader } = page
  const until = performance.now() + LONGEST
  const answer = streamSSE(c, async (stream) => {
    stream.onAbort(counter.close)
    try {
      while (!counter.closed && performance.now() < until) {
        const count = await counter.next(HEARTBEAT)
        if (count === undefined) await stream.write(': still here\n\n')
        else
          await stream.writeSSE({
            event: 'count',
            data: JSON.stringify({
              count,
              shown: formatNumber(reader, count),
              said: words(reader.locale).ui.waiting(count),
            }),
          })
      }
      // At the end of a process the browser comes back by itself; after a long time it waits for its reader.
      if (!counter.closed) await stream.writeSSE({ event: 'enough', data: '' })
    } finally {
      counter.close()
    }
  })
  answer.headers.set('Cache-Control', 'no-store, no-transform')
  answer.headers.set('X-Accel-Buffering', 'no')
  return answer
}
