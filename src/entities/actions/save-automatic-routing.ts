import { no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '#people'
import { raiseConfiguration } from '../store/directory.ts'
import { lockEntity, setAutomaticRouting } from '../store/entities.ts'
import type { Tools } from './tools.ts'

/** What may be chosen: below four in five a proposal is too often wrong to go without a person. */
export const ROUTE_ABOVE = [0.8, 0.9, 0.95, 0.98] as const
/** Never none: without a sample nobody would know whether it is right. */
export const ROUTE_CHECKED = [0.05, 0.1, 0.2, 0.5] as const

export type AutomaticRoutingRefusal =
  | 'not-allowed'
  | 'entity-unknown'
  | 'confidence-unknown'
  | 'share-unknown'

export interface AutomaticRouting {
  readonly entityId: string
  /** One of `ROUTE_ABOVE`; null routes nothing without a person. */
  readonly above: number | null
  /** One of `ROUTE_CHECKED`. */
  readonly checked: number
}

/** Sets from which confidence on cases go to an entity without a person, and how many a person decides all the same. */
export async function saveAutomaticRouting(
  { db }: Tools,
  by: Author,
  { entityId, above, checked }: AutomaticRouting,
): Promise<Result<{ id: string }, AutomaticRoutingRefusal>> {
  if (!mayConfigure(by)) return no('not-allowed')
  if (above !== null && !ROUTE_ABOVE.some((each) => each === above)) return no('confidence-unknown')
  if (!ROUTE_CHECKED.some((each) => each === checked)) return no('share-unknown')
  return db.transaction(async (tx) => {
    await raiseConfiguration(tx)
    if (!(await lockEntity(tx, entityId))) return no('entity-unknown')
    await setAutomaticRouting(tx, entityId, above, checked)
    return yes({ id: entityId })
  })
}
