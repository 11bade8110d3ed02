import { isId, no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '../model/officer.ts'
import { removeSessionsOf } from '../store/sessions.ts'
import { findStaff } from '../store/staff.ts'
import type { Tools } from './tools.ts'

/** Signs somebody out everywhere, such as after a lost telephone; the account stays as it is. */
export async function endSessions(
  { db }: Tools,
  by: Author,
  id: string,
): Promise<Result<undefined, 'not-allowed' | 'not-found'>> {
  if (!mayConfigure(by)) return no('not-allowed')
  return db.transaction(async (tx) => {
    if (!isId(id) || !(await findStaff(tx, id))) return no('not-found')
    await removeSessionsOf(tx, id)
    return yes(undefined)
  })
}
