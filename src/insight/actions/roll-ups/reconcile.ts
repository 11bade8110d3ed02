import { catchUp, type Db } from '#platform'
import { actBalance } from '../../store/roll-ups/acts.ts'
import { unread } from '../../store/roll-ups/generation.ts'
import * as store from '../../store/roll-ups/reconcile.ts'
import { ROLL_UPS, type RollUpTools, rollUpKeeper } from './keep-roll-ups.ts'

export type { Balance } from '../../store/roll-ups/reconcile.ts'

export interface Reconciled {
  balances: store.Balance[]
  /** Differences in all of them; 0 when the books balance. */
  differing: number
  /** Events that transactions which still run hold back from the figures: then the two cannot agree yet. */
  unread: number
}

/** Milliseconds to wait for transactions that still run and may still bring events. */
const PATIENCE = 60_000
const PAUSE = 50

/**
 * Counts everything a second time, from the cases and their events, and holds it against the roll-ups. Waits until
 * the figures are in step, and reads both as they stood at one moment.
 */
export async function reconcile(tools: RollUpTools & { db: Db }): Promise<Reconciled> {
  const zone = (await tools.directory()).timeZone
  const until = performance.now() + PATIENCE
  for (;;) {
    await catchUp(tools.db, rollUpKeeper(tools))
    const found = await tools.db.transaction(async (tx) => {
      await store.atOneMoment(tx)
      const waiting = await unread(tx, ROLL_UPS)
      return waiting === 0 || performance.now() > until
        ? { ...(await counted(tx, zone)), unread: waiting }
        : undefined
    })
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

async function counted(tx: Db, zone: string): Promise<Pick<Reconciled, 'balances' | 'differing'>> {
  const balances = [
    await store.caseBalance(tx),
    ...(await store.balances(tx, zone)),
    await actBalance(tx, zone),
    await store.durationBalance(tx, zone),
    ...(await store.cubeBalance(tx)),
    ...(await store.longBalance(tx)),
  ].filter((each) => each !== undefined)
  return { balances, differing: balances.reduce((sum, { differing }) => sum + differing, 0) }
}
