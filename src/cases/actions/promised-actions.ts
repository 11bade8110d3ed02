import { workingDayBefore } from '#promises'
import { isOverdue } from '../model/promised-action.ts'
import type { Reacher } from '../model/reach.ts'
import * as store from '../store/promised-actions.ts'
import { withinTime } from '../store/within-time.ts'
import type { Tools } from './act.ts'
import { calendarOf } from './calendar-of.ts'

export const PROMISED_VIEWS = ['open', 'late', 'kept'] as const
export type PromisedView = (typeof PROMISED_VIEWS)[number]

/** A promised action as the desk lists it. */
export interface ListedPromise extends store.PromisedAction {
  late: boolean
  /** The last working day before its date has come. */
  soon: boolean
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
  { db, clock, ...country }: Tools,
  officer: Reacher,
  view: PromisedView,
): Promise<ListedPromise[] | undefined> {
  const [directory, book, now] = [await country.directory(), await country.book(), clock.now()]
  const { timeZone } = directory
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const found = await withinTime(db, PATIENCE, (tx) =>
    view === 'kept'
      ? store.kept(tx, officer, MOST)
      : store.open(tx, officer, view === 'late' ? today : null, MOST),
  )
  return found?.map((each) => {
    const reminded = workingDayBefore(each.dueOn, calendarOf(each.entity, { directory, book }))
    const late = isOverdue(each, now, timeZone)
    const soon = !late && each.doneAt === null && Temporal.PlainDate.compare(reminded, today) <= 0
    return { ...each, late, soon }
  })
}
