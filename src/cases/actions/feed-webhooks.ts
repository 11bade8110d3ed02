import { endReplay, type Happening, holdReplay, moveReplay, somebodyListens, tellEndpoints } from '#messages'
import type { Consumer, Db, Log, Position } from '#platform'
import { happeningOf } from '../model/hook.ts'
import { statesOf } from '../model/replay.ts'
import { type HeardEvent, heardAfter } from '../store/notify.ts'
import { bareHistoriesOf, eventsToRepeat } from '../store/webhooks.ts'
import type { Tools } from './act.ts'

export interface WebhookTools extends Pick<Tools, 'db' | 'clock'> {
  log: Log
}

/**
 * Turns what happened into deliveries to outside systems. Its cursor and the deliveries move in one transaction, so
 * that each event is sent once to each endpoint; another system's imported record is not told.
 */
export const webhookFeeder = ({ clock, log }: WebhookTools): Consumer<HeardEvent> => ({
  name: 'webhooks',
  read: heardAfter,
  async handle(tx, events) {
    const own = events.filter(({ imported }) => !imported)
    if (own.length === 0 || !(await somebodyListens(tx))) return
    await tellEndpoints(tx, clock.now(), await happenings(tx, own, log))
  },
})

const BATCH = 500

/** Goes on with one replay that was asked for. @returns whether there was one; call again until there is none */
export const replayWebhooks = ({ db, clock, log }: WebhookTools): Promise<boolean> =>
  db.transaction(async (tx) => {
    const replay = await holdReplay(tx)
    if (!replay) return false
    const events = await eventsToRepeat(tx, replay, BATCH)
    await tellEndpoints(tx, clock.now(), await happenings(tx, events, log), {
      endpointId: replay.endpointId,
      replay: replay.id,
    })
    const last = events.at(-1)
    if (last) await moveReplay(tx, replay.id, last, events.length)
    if (events.length < BATCH) await endReplay(tx, replay.id, clock.now())
    return true
  })

/** Each event with the case as it was before and after it, whatever has happened to it since. */
async function happenings(tx: Db, events: readonly Position[], log: Log): Promise<Happening[]> {
  if (events.length === 0) return []
  const histories = Map.groupBy(
    await bareHistoriesOf(tx, [...new Set(events.map(({ caseId }) => caseId))]),
    ({ caseId }) => caseId,
  )
  const states = new Map([...histories].map(([caseId, history]) => [caseId, replayed(history, log)]))
  return events.flatMap(({ caseId, seq }) => {
    const event = histories.get(caseId)?.[seq - 1]
    const after = states.get(caseId)?.[seq - 1]
    return event && after ? [happeningOf(event, states.get(caseId)?.[seq - 2] ?? null, after)] : []
  })
}

/** A history that does not follow the table tells nobody anything, rather than keeping everybody else's waiting. */
function replayed(history: Parameters<typeof statesOf>[0], log: Log) {
  try {
    return statesOf(history)
  } catch (err) {
    log.error({ err, case: history[0]?.caseId }, 'a history that the table does not allow')
    return []
  }
}
