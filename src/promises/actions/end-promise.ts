import { isId, no, type Result, yes } from '#kernel'
import { raiseConfiguration } from '../store/configuration.ts'
import * as promises from '../store/promises.ts'
import type { Author, Tools } from './save-calendar.ts'

/**
 * Ends an exception for a category or an entity: from now on the more general promise holds. What a type
 * promises to everybody is changed, never ended. Dates already told stay.
 */
export function endPromise(
  { db, clock }: Tools,
  by: Author,
  id: string,
): Promise<Result<undefined, 'promise-not-an-exception'>> {
  return db.transaction(async (tx) => {
    await raiseConfiguration(tx)
    const ended = isId(id) && (await promises.endForGood(tx, clock.now(), by.id, id))
    return ended ? yes(undefined) : no('promise-not-an-exception')
  })
}
