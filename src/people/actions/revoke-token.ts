import { no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '../model/officer.ts'
import * as tokens from '../store/tokens.ts'
import type { Tools } from './tools.ts'

/** Ends one token of a program at once; its other tokens and its rights stay. `id` is as `listTokens` gives it. */
export async function revokeToken(
  { db, clock }: Tools,
  by: Author,
  id: string,
): Promise<Result<undefined, 'not-allowed' | 'not-found'>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const revoked = /^[0-9a-f]{64}$/.test(id) && (await tokens.revokeToken(db, id, clock.now()))
  return revoked ? yes(undefined) : no('not-found')
}
