import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { type ChatWatch, countWaitingChats, mayChat } from '#knowledge'
import { formatNumber, type Reader, words } from '#words'
import type { StaffEnv } from '../base/env.ts'

/** Milliseconds. Proxies cut what is silent for a minute. */
const HEARTBEAT = 25_000
/** A page that is left open does not keep its session alive: after this it asks again only when somebody is there. */
const LONGEST = 15 * 60_000

/**
 * How many notices an officer has not read, and for whoever chats how many residents wait, as it changes: server-sent
 * events for as long as the page is open.
 */
export const streamCount =
  (watch: ChatWatch) =>
  (c: Context<StaffEnv>): Response => {
    const { tools, officer, page } = c.var
    const counter = tools.live.open(officer.id)
    if (!counter) return c.body(null, 503, { 'Retry-After': '30' })
    const { reader } = page
    const until = performance.now() + LONGEST
    const answer = streamSSE(c, async (stream) => {
      stream.onAbort(counter.close)
      const stop = mayChat(officer) ? followChats(c, watch, stream) : undefined
      try {
        while (!counter.closed && performance.now() < until) {
          const count = await counter.next(HEARTBEAT)
          if (count === undefined) await stream.write(': still here\n\n')
          else
            await stream.writeSSE({
              event: 'count',
              data: shown(reader, count, words(reader.locale).ui.waiting(count)),
            })
        }
        // At the end of a process the browser comes back by itself; after a long time it waits for its reader.
        if (!counter.closed) await stream.writeSSE({ event: 'enough', data: '' })
      } finally {
        stop?.()
        counter.close()
      }
    })
    answer.headers.set('Cache-Control', 'no-store, no-transform')
    answer.headers.set('X-Accel-Buffering', 'no')
    return answer
  }

/** Tells how many residents wait for a person, whenever that is another number. @returns what stops it */
function followChats({ var: { tools, page } }: Context<StaffEnv>, watch: ChatWatch, stream: SSEStreamingApi) {
  const { reader } = page
  let told = page.chats
  const look = async () => {
    const count = await countWaitingChats(tools)
    if (count === told) return
    told = count
    await stream.writeSSE({
      event: 'chats',
      data: shown(reader, count, words(reader.locale).chat.desk.inQueue(count)),
    })
  }
  return watch.follow(undefined, () => {
    look().catch((error) => tools.log.error({ err: error }, 'waiting chats could not be counted'))
  })
}

/** A number as its badge shows it, and as it is read aloud. */
const shown = (reader: Reader, count: number, said: string): string =>
  JSON.stringify({ count, shown: formatNumber(reader, count), said })
