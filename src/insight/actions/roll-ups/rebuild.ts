import { eventsAfter, type FedEvent } from '#cases'
import type { Directory } from '#entities'
import { advance, type Consumer, type Db } from '#platform'
import { fold } from '../../store/roll-ups/deltas.ts'
import * as generations from '../../store/roll-ups/generation.ts'
import { BATCH, countEvents, ROLL_UPS } from './keep-roll-ups.ts'

const REBUILDING = `${ROLL_UPS}-rebuilding`
/** Batches between two folds. Nobody reads what is being built: the more gather, the fewer times a cell is met. */
const UNFOLDED = 500

/**
 * Counts everything anew from the first event, beside the figures that are read meanwhile, and then takes their
 * place. Nobody waits: only the last batch holds the cursor of the living ones. One at a time.
 *
 * @param onProgress is told how many events were read
 * @returns how many events were read
 */
export async function rebuildRollUps(
  { db, directory }: { db: Db; directory(): Promise<Directory> },
  onProgress: (events: number) => void = () => undefined,
): Promise<number> {
  const zone = (await directory()).timeZone
  const next = (await generations.currentGeneration(db)) === 1 ? 2 : 1
  await db.transaction(async (tx) => {
    await generations.eraseGeneration(tx, next)
    await generations.startCursor(tx, REBUILDING)
  })
  let batches = 0
  const builder: Consumer<FedEvent> = {
    name: REBUILDING,
    batch: BATCH,
    read: eventsAfter,
    async handle(tx, events) {
      await countEvents(tx, events, next, zone, false)
      if (++batches % UNFOLDED === 0) await fold(tx, next)
    },
  }
  let events = 0
  for (let count = -1; count !== 0; events += count) {
    count = await advance(db, builder)
    onProgress(events + count)
  }
  // What gathered is folded before anybody is held.
  await db.transaction(async (tx) => {
    await generations.holdCursor(tx, REBUILDING)
    await fold(tx, next)
  })
  const replaced = await takeOver(db, builder, next)
  await db.transaction((tx) => generations.eraseGeneration(tx, replaced))
  return events
}

/** In one transaction: the rest is read, and the new figures are the ones that count. */
const takeOver = (db: Db, builder: Consumer<FedEvent>, next: number): Promise<number> =>
  db.transaction(async (tx) => {
    await generations.holdCursor(tx, ROLL_UPS)
    const before = await generations.currentGeneration(tx)
    // Another rebuild was as far, and took over.
    if (before === next) return next === 1 ? 2 : 1
    while ((await advance(tx, builder)) > 0);
    await fold(tx, next)
    await generations.setGeneration(tx, next)
    await generations.takeCursor(tx, ROLL_UPS, REBUILDING)
    return before
  })
