import { setTimeout as pause } from 'node:timers/promises'
import { type Consumer, catchUp, type Db } from '#platform'
import { LEAST } from '../model/growth.ts'
import * as clusters from '../store/clusters.ts'
import { behind, eventsAfter, keptAfter, putBands, type ReadEvent } from '../store/reading.ts'
import { followGrowth } from './follow-growth.ts'
import { keysUnder, readCases } from './read-cases.ts'
import type { Tools } from './tools.ts'

/** Steps after which a case says something new about what it is. */
const TELLING: readonly string[] = ['submit', 'route']

/** Events: a history that is brought is read in fewer steps, and whoever is met often is taken apart once for many. */
const AT_ONCE = 2_000

/**
 * Finds recurring complaints as they arrive: a reader of the event feed. What it writes and its cursor move in one
 * transaction, so that each case is read exactly once; the cost of a case does not depend on how many there are.
 */
export const problemFinder = (tools: Tools): Consumer<ReadEvent> => ({
  name: 'problems',
  batch: AT_ONCE,
  read: eventsAfter,
  async handle(tx, events) {
    const ids = events.filter(({ step }) => TELLING.includes(step)).map(({ caseId }) => caseId)
    const touched = ids.length > 0 ? await readCases(tx, tools, [...new Set(ids)]) : []
    if (touched.length > 0) await followAll(tx, tools, touched)
  },
})

async function followAll(tx: Db, tools: Tools, touched: string[]): Promise<void> {
  for (const standing of await clusters.recount(tx, touched, LEAST.days))
    await followGrowth(tx, tools, standing)
}

/** Reads all there is now. Somebody else's transaction on the same server may hold the feed back for a moment. */
export async function readEverything(tools: Tools): Promise<void> {
  do {
    await catchUp(tools.db, problemFinder(tools))
  } while ((await behind(tools.db)) && (await pause(20, true)))
}

/**
 * Has the finder read all cases anew, from the first. Problems, their cases and what was rejected stay, and are met by
 * whatever comes as before; clusters of which nothing came are forgotten.
 */
export const rebuildProblems = ({ db }: Pick<Tools, 'db'>): Promise<void> =>
  db.transaction(async (tx) => {
    await clusters.forget(tx)
    let kept = await keptAfter(tx, FIRST, BATCH)
    while (kept.length > 0) {
      await putBands(
        tx,
        kept.flatMap((one) => keysUnder(one).map((key) => [key, one.caseId, one.at] as const)),
      )
      kept = await keptAfter(tx, kept.at(-1)?.caseId ?? FIRST, BATCH)
    }
  })

const BATCH = 1_000
const FIRST = '00000000-0000-0000-0000-000000000000'
