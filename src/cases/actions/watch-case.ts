import { no, type Result, yes } from '#kernel'
import type { Reacher } from '../model/reach.ts'
import * as cases from '../store/cases.ts'
import * as watchers from '../store/watchers.ts'
import type { Tools } from './act.ts'

/** From now on the officer hears on the desk of whatever happens to a case within their reach. */
export async function watchCase(
  { db, clock }: Pick<Tools, 'db' | 'clock'>,
  officer: Reacher,
  id: string,
): Promise<Result<undefined, 'not-found'>> {
  if (!(await cases.findWithinReach(db, officer, id))) return no('not-found')
  await watchers.watch(db, id, officer.id, clock.now())
  return yes(undefined)
}

/** They hear of it no longer; also of one that has left their reach. */
export const unwatchCase = async ({ db }: Pick<Tools, 'db'>, officer: Reacher, id: string): Promise<void> => {
  await watchers.unwatch(db, id, officer.id)
}

export const watchesCase = ({ db }: Pick<Tools, 'db'>, officer: Reacher, id: string): Promise<boolean> =>
  watchers.watches(db, id, officer.id)
