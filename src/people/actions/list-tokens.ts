import { no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '../model/officer.ts'
import { type ListedToken, listTokens as list } from '../store/tokens.ts'
import type { Tools } from './tools.ts'

/** Every token of every outside program, those that still work first. Their secrets are nowhere. */
export async function listTokens(
  { db, clock }: Tools,
  by: Author,
): Promise<Result<ListedToken[], 'not-allowed'>> {
  return mayConfigure(by) ? yes(await list(db, clock.now())) : no('not-allowed')
}
