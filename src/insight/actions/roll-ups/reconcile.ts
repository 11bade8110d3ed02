import type { Directory } from '#entities'
import { catchUp, type Db } from '#platform'
import { unread } from '../../store/roll-ups/generation.ts'
import * as store from '../../store/roll-ups/reconcile.ts'
import { ROLL_UPS, rollUpKeeper } from './keep-roll-ups.ts'

export type { Balance } from '../../store/roll-ups/reconcile.ts'

export interface Reconciled {
  balances: store.Balance[]
  /** Differences in all of them; 0 when the books balance. */
  differing: number
  /** Events that came while it was counted, and are in the cases but not yet in the figures. */
  unread: number
}

/**
 * Counts everything a second time, from the cases and their events, and holds it against the roll-ups. What happens
 * meanwhile is left out: all is read as it stood at one moment.
 */
export async function reconcile(tools: { db: Db; directory(): Promise<Directory> }): Promise<Reconciled> {
  const zone = (await tools.directory()).timeZone
  await catchUp(tools.db, rollUpKeeper(tools))
  return tools.db.transaction(async (tx) => {
    await store.atOneMoment(tx)
    const balances = [
      await store.caseBalance(tx),
      ...(await store.balances(tx, zone)),
      await store.durationBalance(tx, zone),
      ...(await store.cubeBalance(tx)),
    ].filter((each) => each !== undefined)
    return {
      balances,
      differing: balances.reduce((sum, { differing }) => sum + differing, 0),
      unread: await unread(tx, ROLL_UPS),
    }
  })
}
