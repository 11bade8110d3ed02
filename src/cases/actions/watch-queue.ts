import { newId, no, type Result, yes } from '#kernel'
import { isNarrow, type Queue } from '../model/queue.ts'
import type { Reacher } from '../model/reach.ts'
import { TYPES } from '../model/stages.ts'
import * as store from '../store/queue-watchers.ts'
import type { Tools } from './act.ts'

/** More than this is the whole desk. */
const MOST = 20

/** From now on the officer hears on the desk of each case that arrives in a queue and is within their reach. */
export async function watchQueue(
  { db, clock, directory }: Pick<Tools, 'db' | 'clock' | 'directory'>,
  officer: Reacher,
  queue: Queue,
): Promise<Result<undefined, 'invalid' | 'too-many'>> {
  const country = await directory()
  const known =
    (queue.entity === null || country.entity(queue.entity)) &&
    (queue.unit === null || country.unit(queue.unit)) &&
    (queue.category === null || country.category(queue.category)) &&
    (queue.type === null || TYPES.some((type) => type === queue.type))
  if (!known || !isNarrow(queue)) return no('invalid')
  if ((await store.followedBy(db, officer.id)).length >= MOST) return no('too-many')
  await store.follow(db, newId(), officer.id, queue, clock.now())
  return yes(undefined)
}

export const unwatchQueue = async (
  { db }: Pick<Tools, 'db'>,
  officer: Reacher,
  queue: Queue,
): Promise<void> => {
  await store.unfollow(db, officer.id, queue)
}

/** The queues that an officer follows, in the order of having begun. */
export const queuesWatched = ({ db }: Pick<Tools, 'db'>, officer: Pick<Reacher, 'id'>): Promise<Queue[]> =>
  store.followedBy(db, officer.id)
