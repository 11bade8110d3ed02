import { no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '../model/officer.ts'
import { type ListedStaff, listStaff as list } from '../store/staff.ts'
import type { Tools } from './tools.ts'

/** Everybody with an account, people before programs, with the rights in force. */
export async function listStaff(
  { db, clock }: Tools,
  by: Author,
): Promise<Result<ListedStaff[], 'not-allowed'>> {
  return mayConfigure(by) ? yes(await list(db, clock.now())) : no('not-allowed')
}
