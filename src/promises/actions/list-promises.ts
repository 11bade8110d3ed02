import type { Db } from '#platform'
import * as promises from '../store/promises.ts'

/** The promises in force, the general before the specific. */
export const listPromises = (db: Db): Promise<promises.PromiseInForce[]> => promises.inForce(db)

/** Every promise ever made, the latest first: what was owed when, who said so and who ended it. */
export const promiseHistory = (db: Db, limit = 500): Promise<promises.PastPromise[]> =>
  promises.ever(db, limit)
