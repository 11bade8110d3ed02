import * as due from '../store/due.ts'
import * as store from '../store/follow-ladder.ts'
import type { Tools } from './act.ts'
import { nextActAt } from './next-act.ts'

const BATCH = 500
const FIRST = '00000000-0000-0000-0000-000000000000'
/** Milliseconds: twice what a process takes to notice a change. */
const SETTLED = 2000

/**
 * Lets open cases follow a ladder that was changed: sets anew when time next acts on each. Nothing has happened to
 * them by that, so it is no event; twice is as good as once.
 *
 * @returns how many cases have another next moment, or undefined when the ladder stands as it was
 */
export async function followLadder(tools: Tools, settled = SETTLED): Promise<number | undefined> {
  const changed = await store.ladderToFollow(tools.db, settled)
  if (!changed || (await tools.book()).configuration < changed.configuration) return undefined
  let moved = 0
  for (let after: string | undefined = FIRST; after; ) {
    const batch = await followBatch(tools, after)
    moved += batch.moved
    after = batch.last
  }
  await store.followed(tools.db, changed.version)
  return moved
}

const followBatch = ({ db, directory, book }: Tools, after: string) =>
  db.transaction(async (tx) => {
    const moment = { directory: await directory(), book: await book() }
    const found = await store.openCases(tx, after, BATCH)
    const moved = found
      .map((state) => ({ id: state.id, before: state.nextActAt, nextActAt: nextActAt(state, moment) }))
      .filter(({ before, nextActAt: next }) => !same(before, next))
    if (moved.length > 0) await due.reschedule(tx, moved)
    return { moved: moved.length, last: found.length === BATCH ? found.at(-1)?.id : undefined }
  })

const same = (one: Temporal.Instant | null, other: Temporal.Instant | null) =>
  one === other || (one !== null && other !== null && one.equals(other))
