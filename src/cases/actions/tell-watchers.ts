import type { Directory } from '#entities'
import type { Telling } from '#messages'
import type { Db } from '#platform'
import type { CaseEvent } from '../model/event.ts'
import { rolesOn } from '../model/reach.ts'
import type { CaseState } from '../model/state.ts'
import * as store from '../store/watchers.ts'

/** What says nothing to a colleague: nobody did it, and nothing follows from it for them. */
const SILENT: readonly string[] = ['recount', 'join']

/** An event and the case that it left. */
export interface Heard {
  event: CaseEvent
  after: CaseState
}

/**
 * What those who follow a case hear of its events: never of their own, only while the case is within their reach,
 * and not of what the desk tells them anyway. To be asked after the messages of the same events are written.
 */
export async function watchersTold(
  tx: Db,
  heard: readonly Heard[],
  now: Temporal.Instant,
  directory: Directory,
): Promise<Telling[]> {
  const worth = heard.filter(({ event }) => !SILENT.includes(event.step))
  const ids = [...new Set(worth.map(({ event }) => event.caseId))]
  const watching = ids.length > 0 ? await store.watchersOf(tx, ids, now) : []
  const hearing = worth.flatMap((one) =>
    watching.filter((watcher) => concerns(watcher, one.event)).map(({ staffId }) => ({ ...one, staffId })),
  )
  if (hearing.length === 0) return []
  const told = await store.toldOf(tx, hearing.map(listenerOf))
  return hearing
    .filter((one) => !told.some(({ staffId, cause }) => staffId === one.staffId && cause === causeOf(one)))
    .map((one) => telling(one, directory))
}

type Hearing = Heard & { staffId: string }

const causeOf = ({ event: { caseId, seq } }: Heard) => `${caseId}:${seq}`
const listenerOf = (one: Hearing): store.Listener => ({ staffId: one.staffId, cause: causeOf(one) })

function telling(one: Hearing, directory: Directory): Telling {
  const { event, after, staffId } = one
  const { caseId, actorId } = event
  const who = directory.entity(after.entity)?.name ?? directory.central?.name
  const facts = { reference: after.reference, caseId, who, day: after.answerBy.toString() }
  return {
    kind: 'followed',
    to: { staff: { id: staffId }, except: actorId },
    cause: causeOf(one),
    caseId,
    facts,
  }
}

const concerns = (watcher: store.Watcher, event: CaseEvent): boolean =>
  watcher.caseId === event.caseId &&
  watcher.staffId !== event.actorId &&
  event.seq > watcher.after &&
  rolesOn({ id: watcher.staffId, grants: watcher.grants }, watcher).length > 0
