import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { ChatWatch } from '#knowledge'

/** Milliseconds after which a stream ends by itself; the browser opens the next one. */
const LONGEST = 10 * 60 * 1000
/** Milliseconds: proxies close what says nothing for a minute. */
const BREATH = 25_000

/**
 * A stream of news for one open screen: at once, and whenever what it shows changed.
 *
 * @param id of a conversation; undefined for a screen that shows all of them
 * @param news what the screen lacks, as JSON; undefined when it is over or no longer theirs
 */
export function streamNews(
  c: Context,
  watch: ChatWatch,
  id: string | undefined,
  news: () => Promise<object | undefined>,
) {
  return streamSSE(c, async (stream) => {
    let due = true
    let rouse = () => {}
    const stop = watch.follow(id, () => {
      due = true
      rouse()
    })
    stream.onAbort(() => rouse())
    const ends = Date.now() + LONGEST
    try {
      while (!stream.aborted && Date.now() < ends) {
        if (due) {
          due = false
          const data = await news()
          if (!data) break
          await stream.writeSSE({ event: 'news', data: JSON.stringify(data) })
        } else await stream.writeSSE({ event: 'breath', data: '' })
        if (!due) await pause(BREATH, (wake) => (rouse = wake))
      }
    } finally {
      stop()
    }
  })
}

const pause = (ms: number, hand: (wake: () => void) => void) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    timer.unref()
    hand(() => {
      clearTimeout(timer)
      resolve()
    })
  })
