import { stoppedClock } from '#kernel'
import { catchUp, type Db } from '#platform'
import { dateBack } from '../store/demonstration-clock.ts'
import { type NotifyTools, notifier } from './notify.ts'

/**
 * Tells whoever it concerns what a demonstration was seeded with, as it would have been told then: notices and messages
 * carry the moment of what happened, not that of the demonstration's first start. For a database nobody works on yet.
 */
export async function tellThePast(tools: NotifyTools & { db: Db }): Promise<void> {
  // Whole milliseconds: what is told now is found again by its moment, and the database keeps no nanoseconds.
  const now = Temporal.Instant.fromEpochMilliseconds(tools.clock.now().epochMilliseconds)
  const reader = notifier({ ...tools, clock: stoppedClock(now) })
  await catchUp(tools.db, {
    ...reader,
    async handle(tx, events) {
      await reader.handle(tx, events)
      await dateBack(tx, now)
    },
  })
}
