import { enqueue, type Gateways, reachOf, type Telling } from '#messages'
import * as store from '../store/recount.ts'
import type { Tools } from './act.ts'

export interface RecountTools extends Tools {
  gateways: Gateways
}

/**
 * A calendar is counted: each entity whose dates moved hears of it once, with how many and the nearest, and whatever
 * waits for the next count is told then. The mark and the telling are one transaction.
 */
export const tellRecount = (tools: RecountTools, changed: { id: string; version: number }): Promise<void> =>
  tools.db.transaction(async (tx) => {
    const now = tools.clock.now()
    const directory = await tools.directory()
    await store.recounted(tx, changed)
    const tellings = (await store.takeUntold(tx, changed.id, now)).flatMap((one): Telling[] => {
      const entity = directory.entity(one.entity)
      if (!entity) return []
      const facts = {
        who: entity.name,
        day: one.nearest.toString(),
        count: one.moved,
        path: '/desk?view=owed',
        ...(one.reason !== null && { quote: one.reason }),
      }
      const cause = `recount:${changed.id}:${one.version}:${one.entity}`
      return [{ kind: 'recounted', cause, to: { staff: whomOf(entity) }, facts }]
    })
    await enqueue(tx, { now, reach: reachOf(tools.gateways), zone: directory.timeZone }, tellings)
  })

/** The liaison officers of an entity; what the central office does is done by its reviewers. */
const whomOf = ({ id, central }: { id: string; central: boolean }) =>
  central
    ? ({ role: 'reviewer', scope: 'nation', scopeId: null } as const)
    : ({ role: 'liaison', scope: 'entity', scopeId: id } as const)

/** What changes of a calendar moved, the latest first, and who was told. */
export const recountsOf = ({ db }: Pick<Tools, 'db'>, calendarId: string) =>
  store.recountsOf(db, calendarId, 100)
