import sql from 'sql-template-tag'
import type { Log } from './log.ts'
import type { Db } from './postgres/connect.ts'

/** Where a reader of the feed stands: the transaction, and within it the case and its event. */
export interface Position {
  tx: string
  caseId: string
  seq: number
}

/**
 * Something that follows from what happened: search, messages, roll-ups, webhooks.
 *
 * `handle` writes in the same transaction that moves the cursor, so each event is handled exactly once,
 * whoever is killed; it can be rebuilt by setting its cursor back.
 */
export interface Consumer<Item extends Position = Position> {
  name: string
  /** How many items it handles at a time when there are so many; 500 unless it says otherwise. */
  batch?: number
  /** Up to `limit` items after a position, in order, none of which can still be overtaken by a late commit. */
  read(tx: Db, after: Position, limit: number): Promise<Item[]>
  handle(tx: Db, items: Item[]): Promise<void>
}

const BATCH = 500

/** Handles one batch. @returns how many items; 0 also when another process is at it. */
export function advance<Item extends Position>(db: Db, consumer: Consumer<Item>): Promise<number> {
  return db.transaction(async (tx) => {
    const cursor = await tx.row<Position>(sql`
      select tx::text as tx, case_id as "caseId", seq from feed_cursors
       where consumer = ${consumer.name} for update skip locked`)
    if (!cursor) return 0
    const items = await consumer.read(tx, cursor, consumer.batch ?? BATCH)
    const last = items.at(-1)
    if (!last) return 0
    await consumer.handle(tx, items)
    await tx.run(sql`
      update feed_cursors set tx = ${last.tx}::xid8, case_id = ${last.caseId}, seq = ${last.seq}, moved_at = now()
       where consumer = ${consumer.name}`)
    return items.length
  })
}

/** Handles all there is now; for tests and for rebuilding. */
export async function catchUp<Item extends Position>(db: Db, consumer: Consumer<Item>): Promise<number> {
  await enrol(db, consumer.name)
  let total = 0
  for (let count = -1; count !== 0; total += count) count = await advance(db, consumer)
  return total
}

export interface Running {
  /** Looks at once instead of at the next beat. */
  wake(): void
  stop(): Promise<void>
}

/** Follows the feed until stopped: at every beat, at once when woken, and without pause while there is more. */
export function followFeed(
  db: Db,
  consumers: Consumer[],
  { log, beat = 150 }: { log: Log; beat?: number },
): Running {
  const loops = consumers.map((consumer) =>
    beating(beat, log, consumer.name, async () => (await catchUp(db, consumer)) > 0),
  )
  return {
    wake: () => {
      for (const loop of loops) loop.wake()
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}

/**
 * Does `work` at every beat until stopped. A failure is logged and tried again soon, then less and less often:
 * the database may be restarting.
 */
export function beating(beat: number, log: Log, name: string, work: () => Promise<unknown>): Running {
  let stopped = false
  let failures = 0
  let rouse = () => {}
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const done = (async () => {
    while (!stopped) {
      try {
        await work()
        failures = 0
      } catch (error) {
        failures++
        log.error({ err: error, work: name }, 'work failed, will be tried again')
      }
      if (!stopped) await pause(failures === 0 ? beat : again(beat, failures))
    }
  })()
  return {
    wake: () => rouse(),
    stop: () => {
      stopped = true
      rouse()
      return done
    },
  }
}

const enrol = (db: Db, consumer: string) =>
  db.run(sql`insert into feed_cursors (consumer) values (${consumer}) on conflict do nothing`)

/** Also what beats every hour is tried again within seconds; nothing rests longer than its own beat or ten seconds. */
const again = (beat: number, failures: number): number =>
  Math.min(Math.min(beat, 1_000) * 2 ** failures, Math.max(beat, 10_000))
