import { timeIsUp } from '../store/due.ts'
import type { Tools } from './act.ts'
import { bySystem } from './follow.ts'

/**
 * Takes the steps that are time's own: silence ends a question without an answer, and an answer nobody
 * objected to closes its case. Any number of workers may do it at once; each case is held by one.
 *
 * @returns how many cases it acted on; call again while it is the limit
 */
export function letTimeAct({ db, clock, directory, book }: Tools, limit = 100): Promise<number> {
  return db.transaction(async (tx) => {
    const now = clock.now()
    const moment = {
      tx,
      now,
      directory: await directory(),
      book: await book(),
      taker: { id: null, roles: [] },
    }
    const due = await timeIsUp(tx, now, limit)
    for (const { id, clock } of due)
      await bySystem(id, clock === 'resident-answer' ? 'lapse' : 'close', {}, moment)
    return due.length
  })
}
