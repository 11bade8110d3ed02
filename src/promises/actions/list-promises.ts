import type { Db } from '#platform'
import * as promises from '../store/promises.ts'

/** The promises in force, the general before the specific. */
export const listPromises = (db: Db): Promise<promises.PromiseInForce[]> => promises.inForce(db)
