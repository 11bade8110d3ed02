import type { CaseState } from '../model/state.ts'
import * as due from '../store/due.ts'
import type { Recorded } from '../store/record.ts'
import type { Moment, Tools } from './act.ts'
import { climb } from './climb.ts'
import { bySystem } from './follow.ts'
import { nextActAt } from './next-act.ts'

/**
 * Does what time itself does: silence ends a question without an answer, an answer nobody objected to closes
 * its case, and what nobody did climbs its ladder. Any number of workers may do it at once; each case is held
 * by one, and each rung is an event of its own, exactly once.
 *
 * @returns how many cases it acted on; call again while it is the limit
 */
export function letTimeAct({ db, clock, directory, book }: Tools, limit = 500): Promise<number> {
  return db.transaction(async (tx) => {
    const now = clock.now()
    const moment = {
      tx,
      now,
      directory: await directory(),
      book: await book(),
      taker: { id: null, roles: [] },
    }
    const found = await due.timeIsUp(tx, now, limit)
    for (const { id, clock } of found.filter(isResidents))
      await bySystem(id, clock === 'resident-answer' ? 'lapse' : 'close', {}, moment)
    await climbAll(
      found.filter((state) => !isResidents(state)),
      moment,
    )
    return found.length
  })
}

const isResidents = ({ clock }: CaseState) => clock === 'resident-answer' || clock === 'objection-window'

/** One rung each; a case that is due for several comes again at once, so that each is an event of its own. */
async function climbAll(states: CaseState[], moment: Moment) {
  const climbs: Recorded[] = []
  const changed: { id: string; nextActAt: Temporal.Instant | null }[] = []
  for (const state of states) {
    const climbed = climb(state, moment)
    if (climbed) climbs.push(climbed)
    else changed.push({ id: state.id, nextActAt: nextActAt(state, moment) })
  }
  if (climbs.length > 0) await due.recordClimbs(moment.tx, climbs)
  if (changed.length > 0) await due.reschedule(moment.tx, changed)
}
