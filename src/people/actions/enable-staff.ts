import { isId, no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '../model/officer.ts'
import { findStaff, setActive } from '../store/staff.ts'
import type { Tools } from './tools.ts'

/** Opens a closed account again, with the grants that are still in force. Revoked tokens stay revoked. */
export async function enableStaff(
  { db }: Tools,
  by: Author,
  id: string,
): Promise<Result<undefined, 'not-allowed' | 'not-found'>> {
  if (!mayConfigure(by)) return no('not-allowed')
  return db.transaction(async (tx) => {
    if (!isId(id) || !(await findStaff(tx, id))) return no('not-found')
    await setActive(tx, id, true)
    return yes(undefined)
  })
}
