import { no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '#people'
import { raiseConfiguration } from '../store/directory.ts'
import { lockEntity, setCentral } from '../store/entities.ts'
import type { Tools } from './tools.ts'

/**
 * Makes an entity the central office; the one before becomes an entity like others. New cases and what nobody
 * else has wait there; cases that either of them has stay where they are.
 */
export async function nameCentral(
  { db }: Tools,
  by: Author,
  entityId: string,
): Promise<Result<undefined, 'not-allowed' | 'not-found' | 'entity-closed'>> {
  if (!mayConfigure(by)) return no('not-allowed')
  return db.transaction(async (tx) => {
    await raiseConfiguration(tx)
    const found = await lockEntity(tx, entityId)
    if (!found) return no('not-found')
    if (!found.active) return no('entity-closed')
    await setCentral(tx, entityId)
    return yes(undefined)
  })
}
