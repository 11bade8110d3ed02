import { isId, no, type Result, yes } from '#kernel'
import { type Author, authorId, mayConfigure } from '../model/officer.ts'
import * as grants from '../store/grants.ts'
import type { Tools } from './tools.ts'

/** Ends a right now; tokens that were made for it stop working with it. Nobody ends their own. */
export function endGrant(
  { db, clock }: Tools,
  by: Author,
  id: string,
): Promise<Result<undefined, 'not-allowed' | 'not-found' | 'not-to-yourself'>> {
  return db.transaction(async (tx) => {
    if (!mayConfigure(by)) return no('not-allowed')
    const ended = isId(id) ? await grants.endGrant(tx, id, clock.now()) : undefined
    if (!ended) return no('not-found')
    return ended.staffId === authorId(by) ? no('not-to-yourself') : yes(undefined)
  })
}
