import type { Clock } from '#kernel'
import type { Db } from '#platform'
import * as store from '../store/demonstration-clock.ts'

/** The clock of a demonstration: the one on the wall, set forward so that promises can be watched running out. */
export interface DemonstrationClock extends Clock {
  /** How far it is ahead of the wall. */
  ahead(): Temporal.Duration
  /** Reads how far others have moved it, at most once a second. */
  refresh(): Promise<void>
  /** Sets it forward for every process of this installation; a moment that has passed changes nothing. */
  setTo(moment: Temporal.Instant): Promise<void>
}

/** @param wall the real time, which goes on below it */
export function demonstrationClock(db: Db, wall: Clock): DemonstrationClock {
  let ahead = 0
  let readAt = -Infinity
  const take = (found: number) => {
    readAt = performance.now()
    ahead = Math.max(ahead, found)
  }
  return {
    now: () => wall.now().add({ milliseconds: ahead }),
    ahead: () => Temporal.Duration.from({ milliseconds: ahead }),
    refresh: async () => {
      if (performance.now() - readAt >= 1000) take(await store.ahead(db))
    },
    setTo: async (moment) => {
      // Rounded up, so that what is due at that moment is due.
      const wanted = Math.ceil(moment.since(wall.now()).total('milliseconds'))
      if (wanted > ahead) take(await store.moveAhead(db, wanted))
    },
  }
}
