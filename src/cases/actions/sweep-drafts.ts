import type { Clock } from '#kernel'
import type { Db, Files } from '#platform'
import * as drafts from '../store/drafts.ts'
import { discardDraft } from './discard-draft.ts'

/** Whoever comes back within a month finds what they wrote. */
const KEPT = { hours: 24 * 30 }

/**
 * Forgets drafts that nobody has touched for a month, with their files.
 *
 * @param kept drafts that still wait for somebody: attachments of a letter about which nobody has decided
 * @returns how many are gone
 */
export async function sweepDrafts(
  tools: { db: Db; files: Pick<Files, 'remove'>; clock: Clock },
  kept: readonly string[] = [],
): Promise<number> {
  const old = await drafts.untouched(tools.db, tools.clock.now().subtract(KEPT), kept)
  for (const { id } of old) await discardDraft(tools, id)
  return old.length
}
