import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { StaffEnv } from '../base/env.ts'
import { tellings } from './tell.tsx'

/** Milliseconds. Proxies cut what is silent for a minute. */
const HEARTBEAT = 25_000
/** A wall stays open for a shift; then it asks again, and whoever signed out meanwhile is refused. */
const LONGEST = 60 * 60_000

/** The board as it changes: to one who kept up, only what changed; to one who was slow, the newest whole. */
export function streamBoard() {
  const tell = tellings()
  return (c: Context<StaffEnv>): Response => {
    const { tools, page } = c.var
    const screen = tools.room.open()
    if (!screen) return c.body(null, 503, { 'Retry-After': '30' })
    const { reader, asset } = page
    const until = performance.now() + LONGEST
    const answer = streamSSE(c, async (stream) => {
      stream.onAbort(screen.close)
      try {
        let given: unknown
        while (!screen.closed && performance.now() < until) {
          const board = await screen.next(HEARTBEAT)
          if (!board) {
            await stream.write(': still here\n\n')
            continue
          }
          const { whole, change, before } = tell(board, await tools.directory(), {
            reader,
            asset,
            path: '/operations',
          })
          await stream.write(given && given === before ? change : whole)
          given = board
        }
      } finally {
        screen.close()
      }
    })
    answer.headers.set('Cache-Control', 'no-store, no-transform')
    answer.headers.set('X-Accel-Buffering', 'no')
    return answer
  }
}
