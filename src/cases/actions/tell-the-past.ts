import { stoppedClock } from '#kernel'
import { catchUp, type Db } from '#platform'
import { historiesOf } from '../store/notify.ts'
import { type NotifyTools, notifier } from './notify.ts'

/**
 * Tells whoever it concerns what a demonstration was seeded with, as it would have been told then: notices and messages
 * carry the moment of what happened, not that of the demonstration's first start. For a database nobody works on yet.
 */
export async function tellThePast(tools: NotifyTools & { db: Db }): Promise<void> {
  const clock = stoppedClock(tools.clock.now())
  const reader = notifier({ ...tools, clock })
  await catchUp(tools.db, {
    ...reader,
    async handle(tx, events) {
      const histories = await historiesOf(tx, [...new Set(events.map(({ caseId }) => caseId))])
      const happened = new Map(histories.map(({ caseId, seq, at }) => [`${caseId}:${seq}`, at]))
      for (const event of events) {
        clock.set(happened.get(`${event.caseId}:${event.seq}`) ?? tools.clock.now())
        await reader.handle(tx, [event])
      }
    },
  })
}
