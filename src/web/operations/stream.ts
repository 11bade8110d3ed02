import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { partOfRoom } from '#insight'
import type { StaffEnv } from '../base/env.ts'
import { tellings } from './tell.tsx'

/** Milliseconds. Proxies cut what is silent for a minute. */
const HEARTBEAT = 25_000
/** A wall stays open for a shift; then it asks again, and whoever signed out meanwhile is refused. */
const LONGEST = 60 * 60_000
/** Whoever reads nothing for so long is gone, or a browser asleep; it asks again when it wakes. */
const STALLED = 60_000

/**
 * The part of the room that somebody sees, as it changes: to one who kept up, only what changed; to one who was slow,
 * the newest whole; from one who does not read, the stream is taken away. Nothing is kept for anybody.
 */
export function streamBoard({ stalled = STALLED } = {}) {
  const tell = tellings()
  return async (c: Context<StaffEnv>): Promise<Response> => {
    const { tools, page, officer } = c.var
    const sees = partOfRoom(officer, await tools.directory())
    if (!sees) return c.notFound()
    const screen = tools.room.open(sees.part)
    if (!screen) return c.body(null, 503, { 'Retry-After': '30' })
    const { reader, asset } = page
    const until = performance.now() + LONGEST
    const answer = streamSSE(c, async (stream) => {
      stream.onAbort(screen.close)
      try {
        let given: unknown
        while (!screen.closed && performance.now() < until) {
          const board = await screen.next(HEARTBEAT)
          const shown = board && { reader, asset, path: '/operations' }
          const told = shown && tell(screen.view, board, await tools.directory(), shown)
          const said = !told ? ': still here\n\n' : given && given === told.before ? told.change : told.whole
          if (!(await isRead(stream, said, stalled))) return hangUp(c)
          given = board ?? given
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

/** Hands on what is to be read; false when nobody took it within so many milliseconds. */
async function isRead(stream: SSEStreamingApi, said: string | Uint8Array, patience: number) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false)
  })
  const written = stream.write(said).then(() => true as const)
  const read = await Promise.race([written, late])
  clearTimeout(timer)
  return read
}

/** Frees what waits in the connection; to end it kindly would wait for the same reader. */
function hangUp(c: Context<StaffEnv>): void {
  const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>
  outgoing?.destroy()
}
