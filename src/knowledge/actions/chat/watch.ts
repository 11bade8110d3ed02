import type { Db, Log } from '#platform'
import { databaseTime, type Touched, touchedSince } from '../../store/chat/desk.ts'

/** Tells open screens that a conversation changed. One for each process: all its screens share one question to the database. */
export interface ChatWatch {
  /**
   * Calls back soon after a conversation changed; without an id after any change.
   *
   * @returns what stops it
   */
  follow(id: string | undefined, changed: () => void): () => void
  /** Something happened in this process: look at once. */
  wake(): void
}

/** Milliseconds between two questions; a change is on screen within a second. */
const BEAT = 500
/** What a transaction that began earlier commits later lies at most so far back. */
const LATE = { seconds: 5 }

/** Asks only while somebody follows; an idle process asks nothing. */
export function chatWatch(db: Db, log: Pick<Log, 'error'>): ChatWatch {
  const followers = new Map<() => void, string | undefined>()
  let timer: NodeJS.Timeout | undefined
  let since: Temporal.Instant | undefined
  let seen = new Map<string, string>()
  let asking = false

  async function look() {
    if (asking) return
    asking = true
    try {
      const first = since === undefined
      since ??= await databaseTime(db)
      const touched = await touchedSince(db, since.subtract(LATE))
      const fresh = touched.filter(({ id, touchedAt }) => seen.get(id) !== touchedAt.toString())
      seen = new Map(touched.map(({ id, touchedAt }) => [id, touchedAt.toString()]))
      since = touched.at(-1)?.touchedAt ?? since
      // The first look learns what is there; whoever just opened a screen has read it.
      if (!first) tell(fresh)
    } catch (error) {
      log.error({ err: error }, 'open conversations could not be looked at')
    } finally {
      asking = false
    }
  }

  function tell(fresh: readonly Touched[]) {
    const ids = new Set(fresh.map(({ id }) => id))
    for (const [changed, id] of followers) if (id === undefined ? ids.size > 0 : ids.has(id)) changed()
  }

  return {
    follow(id, changed) {
      followers.set(changed, id)
      if (!timer) {
        timer = setInterval(() => void look(), BEAT)
        timer.unref()
        void look()
      }
      return () => {
        followers.delete(changed)
        if (followers.size > 0) return
        clearInterval(timer)
        timer = undefined
        since = undefined
      }
    },
    wake: () => {
      if (timer) void look()
    },
  }
}
