import { setTimeout as pause } from 'node:timers/promises'
import { eventsAfter, type FedEvent } from '#cases'
import type { Directory } from '#entities'
import { advance, type Consumer, type Db } from '#platform'
import * as deltas from '../../store/roll-ups/deltas.ts'
import * as generations from '../../store/roll-ups/generation.ts'
import { BATCH, countEvents, ROLL_UPS } from './keep-roll-ups.ts'

/**
 * Two read the feed beside each other, each the whole of it and each for its own half of the cases: while one waits for
 * the database, the other counts.
 */
const READERS = [0, 1].map((half) => ({ name: `${ROLL_UPS}-rebuilding-${half}`, half }))
const FIRST = `${ROLL_UPS}-rebuilding-0`

/**
 * Counts everything anew from the first event, beside the figures that are read meanwhile, and then takes their
 * place. Nobody waits: only the last batch holds the cursor of the living ones. One at a time: another one waits.
 *
 * @param onProgress is told how many events were read
 * @returns how many events were read
 * @throws when somebody has kept a transaction open since before the last rebuild
 */
export const rebuildRollUps = (
  { db, directory }: { db: Db; directory(): Promise<Directory> },
  onProgress: (events: number) => void = () => undefined,
): Promise<number> =>
  db.transaction(async (alone) => {
    await generations.rebuildAlone(alone)
    const zone = (await directory()).timeZone
    const next = (await generations.currentGeneration(db)) === 1 ? 2 : 1
    if (!(await forgotten(db, next)))
      throw new Error(`A transaction that began before the last rebuild still runs: end it, then rebuild.`)
    await db.transaction(async (tx) => {
      await generations.beginGeneration(tx)
      for (const { name } of READERS) await generations.startCursor(tx, name)
    })
    const events = await gather(db, readers({ number: next, next: true }, zone), onProgress)
    await foldNext(db, next)
    const replaced = await takeOver(db, readers({ number: next, next: false }, zone), next)
    // Whoever still has the old figures in hand is not disturbed; then the next rebuild forgets them.
    await forgotten(db, replaced)
    return events
  })

const readers = (generation: generations.Generation, zone: string): Consumer<FedEvent>[] =>
  READERS.map(({ name, half }) => ({
    name,
    batch: BATCH,
    read: eventsAfter,
    handle: (tx, events) =>
      countEvents(
        tx,
        events.filter(({ caseId }) => Number.parseInt(caseId.slice(-1), 16) % READERS.length === half),
        generation,
        zone,
      ),
  }))

/** Both to the end, or until one of them fails. @returns how many events there are */
async function gather(
  db: Db,
  readers: Consumer<FedEvent>[],
  onProgress: (events: number) => void,
): Promise<number> {
  const read = readers.map(() => 0)
  let failed = false
  const toTheEnd = async (reader: Consumer<FedEvent>, at: number) => {
    for (let count = -1; count !== 0 && !failed; ) {
      count = await advance(db, reader)
      read[at] = (read[at] ?? 0) + count
      onProgress(Math.min(...read))
    }
  }
  const ended = await Promise.allSettled(
    readers.map((reader, at) =>
      toTheEnd(reader, at).catch((error) => {
        failed = true
        throw error
      }),
    ),
  )
  for (const each of ended) if (each.status === 'rejected') throw each.reason
  return Math.max(...read)
}

/** What gathered is folded before anybody is held, into tables that get their indexes afterwards. */
async function foldNext(db: Db, number: number): Promise<void> {
  await generations.measureNext(db)
  const generation = { number, next: true }
  const beside = [
    async (tx: Db) => {
      await deltas.foldCells(tx, generation)
      for (const table of ['case_figures', 'case_acts', 'rollup_cells'] as const)
        await generations.indexNext(tx, number, table)
    },
    async (tx: Db) => {
      await deltas.foldDurations(tx, generation)
      for (const table of ['rollup_durations', 'rollup_histograms'] as const)
        await generations.indexNext(tx, number, table)
    },
  ]
  const ended = await Promise.allSettled(
    beside.map((work) =>
      db.transaction(async (tx) => {
        await deltas.sortInMemory(tx)
        await work(tx)
      }),
    ),
  )
  for (const each of ended) if (each.status === 'rejected') throw each.reason
  await generations.endGeneration(db, number)
}

/** In one transaction: the rest is read, and the new figures are the ones that count. @returns the ones that did */
const takeOver = (db: Db, readers: Consumer<FedEvent>[], next: number): Promise<number> =>
  db.transaction(async (tx) => {
    await generations.holdCursor(tx, ROLL_UPS)
    const before = await generations.currentGeneration(tx)
    // When neither finds anything after the other found nothing, both stand at the same event.
    for (let count = -1; count !== 0; ) {
      count = 0
      for (const reader of readers) count += await advance(tx, reader)
    }
    await deltas.fold(tx, next)
    await generations.setGeneration(tx, next)
    await generations.takeCursor(tx, ROLL_UPS, FIRST)
    for (const { name } of READERS) await generations.dropCursor(tx, name)
    return before
  })

/** Milliseconds to wait for whoever may still read a generation that was replaced. */
const PATIENCE = 60_000
const PAUSE = 100

async function forgotten(db: Db, generation: number): Promise<boolean> {
  for (const until = performance.now() + PATIENCE; performance.now() < until; await pause(PAUSE))
    if (await generations.dropGeneration(db, generation)) return true
  return false
}
