import { beating, type Running } from '#platform'
import { countUnreadOf } from '../store/notices.ts'
import type { Tools } from './tools.ts'

/** One page that is open somewhere and shows how many notices its reader has not read. */
export interface OpenCounter {
  /**
   * Waits until the count is another than the one given out last, at most so many milliseconds. What changed
   * meanwhile is not kept: a reader who was slow gets the newest alone.
   *
   * @returns undefined when nothing changed in that time, or when it was closed
   */
  next(patience: number): Promise<number | undefined>
  close(): void
  readonly closed: boolean
}

/** The counters of all pages open in this process. */
export interface LiveNotices {
  /** @returns undefined when too many are open already, or the process is about to end */
  open(staffId: string): OpenCounter | undefined
  readonly size: number
  /** Ends every counter, and opens no more. */
  close(): Promise<void>
}

/** Milliseconds between two looks at the database. */
const BEAT = 1000
const MOST = 4000
/** One person's windows. */
const MOST_EACH = 20

/**
 * Looks once a second for everybody together, while anybody has a page open, and not at all while nobody has. The
 * memory of an open page is one number, whatever happens while it is slow.
 */
export function liveNotices(
  tools: Pick<Tools, 'db' | 'clock' | 'log'>,
  { beat = BEAT, most = MOST, mostEach = MOST_EACH } = {},
): LiveNotices {
  const open = new Map<string, Set<Counter>>()
  let size = 0
  let looking: Running | undefined
  let ended = false
  const look = async () => {
    const ids = [...open.keys()]
    const counts = new Map(
      (await countUnreadOf(tools.db, ids, tools.clock.now())).map(({ staffId, count }) => [staffId, count]),
    )
    for (const id of ids) for (const each of open.get(id) ?? []) each.tell(counts.get(id) ?? 0)
  }
  const left = (staffId: string, one: Counter) => {
    size -= open.get(staffId)?.delete(one) ? 1 : 0
    if (open.get(staffId)?.size === 0) open.delete(staffId)
    if (size > 0) return
    void looking?.stop()
    looking = undefined
  }
  return {
    open(staffId) {
      const own = open.get(staffId) ?? new Set()
      if (ended || size >= most || own.size >= mostEach) return undefined
      const one = counter(() => left(staffId, one))
      open.set(staffId, own.add(one))
      size++
      if (looking) looking.wake()
      else looking = beating(beat, tools.log, 'live notices', look)
      return one
    },
    get size() {
      return size
    },
    async close() {
      ended = true
      const last = looking
      for (const each of [...open.values()].flatMap((own) => [...own])) each.close()
      await last?.stop()
    },
  }
}

interface Counter extends OpenCounter {
  tell(count: number): void
}

function counter(onClose: () => void): Counter {
  let known: number | undefined
  let given: number | undefined
  let closed = false
  let rouse = () => {}
  const changed = (patience: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  return {
    tell(count) {
      known = count
      if (known !== given) rouse()
    },
    async next(patience) {
      if (!closed && known === given) await changed(patience)
      if (closed || known === given) return undefined
      given = known
      return given
    },
    close() {
      if (closed) return
      closed = true
      rouse()
      onClose()
    },
    get closed() {
      return closed
    },
  }
}
