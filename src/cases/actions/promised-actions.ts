import { isOverdue } from '../model/promised-action.ts'
import type { Reacher } from '../model/reach.ts'
import * as store from '../store/promised-actions.ts'
import { withinTime } from '../store/within-time.ts'
import type { Tools } from './act.ts'

export const PROMISED_VIEWS = ['open', 'late', 'kept'] as const
export type PromisedView = (typeof PROMISED_VIEWS)[number]

/** A promised action as the desk lists it. */
export interface ListedPromise extends store.PromisedAction {
  late: boolean
}

/** More than this nobody reads on one page; the longest overdue come first. */
const MOST = 200
const PATIENCE = 3000

/**
 * What was promised to residents within an officer's reach and is owed, late, or kept.
 *
 * @returns undefined when it would take too long to answer
 */
export async function listPromised(
  { db, clock, directory }: Pick<Tools, 'db' | 'clock' | 'directory'>,
  officer: Reacher,
  view: PromisedView,
): Promise<ListedPromise[] | undefined> {
  const [{ timeZone }, now] = [await directory(), clock.now()]
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const found = await withinTime(db, PATIENCE, (tx) =>
    view === 'kept'
      ? store.kept(tx, officer, MOST)
      : store.open(tx, officer, view === 'late' ? today : null, MOST),
  )
  return found?.map((each) => ({ ...each, late: isOverdue(each, now, timeZone) }))
}
