import type { Directory } from '#entities'
import type { Telling } from '#messages'
import type { Db } from '#platform'
import { arrives } from '../model/queue.ts'
import { rolesOn } from '../model/reach.ts'
import type { CaseState } from '../model/state.ts'
import * as store from '../store/queue-watchers.ts'
import { toldOf } from '../store/watchers.ts'
import type { Heard } from './tell-watchers.ts'

/**
 * What those who follow a queue hear of: cases that arrive in it, within their reach, not by their own hand, and not
 * what the desk tells them of the same event anyway. To be asked after the messages of the same events are written.
 */
export async function queueWatchersTold(
  tx: Db,
  heard: readonly (Heard & { before: CaseState | null })[],
  now: Temporal.Instant,
  directory: Directory,
): Promise<Telling[]> {
  const watchers = await store.allFollowed(tx, now)
  if (watchers.length === 0) return []
  const hearing = heard.flatMap(({ event, before, after }) => {
    const position = { ...after, sector: directory.entity(after.entity)?.sectorId ?? null, onCall: false }
    const ids = watchers
      .filter((each) => each.staffId !== event.actorId && arrives(each, before, after))
      .filter(({ staffId: id, grants }) => rolesOn({ id, grants }, position).length > 0)
      .map(({ staffId }) => staffId)
    return [...new Set(ids)].map((staffId) => ({ staffId, after, cause: `${event.caseId}:${event.seq}` }))
  })
  if (hearing.length === 0) return []
  const told = await toldOf(
    tx,
    hearing.map(({ staffId, cause }) => ({ staffId, cause })),
  )
  return hearing
    .filter(({ staffId, cause }) => !told.some((one) => one.staffId === staffId && one.cause === cause))
    .map(({ staffId, cause, after }) => ({
      kind: 'queue-followed',
      to: { staff: { id: staffId } },
      cause,
      caseId: after.id,
      facts: {
        reference: after.reference,
        caseId: after.id,
        who: (directory.entity(after.entity) ?? directory.central)?.name,
        day: after.answerBy.toString(),
      },
    }))
}
