import { beating, type Latest, latest, type Running, type Told } from '#platform'
import { countUnreadOf } from '../store/notices.ts'
import type { Tools } from './tools.ts'

/** One page that is open somewhere and shows how many notices its reader has not read. */
export type OpenCounter = Latest<number>

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
  const open = new Map<string, Set<Told<number>>>()
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
  const left = (staffId: string, one: Told<number>) => {
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
      const one = latest<number>(() => left(staffId, one))
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
