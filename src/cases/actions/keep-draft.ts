import { createHash } from 'node:crypto'
import { type Clock, newId } from '#kernel'
import type { Db } from '#platform'
import type { Answers } from '../model/journey.ts'
import * as drafts from '../store/drafts.ts'

export interface DraftTools {
  db: Db
  clock: Clock
}

/** The draft of whoever holds this secret; what was sent last keeps its place until another is begun. */
export const findDraft = ({ db }: Pick<DraftTools, 'db'>, visitor: string) =>
  drafts.findByToken(db, hashOf(visitor))

/**
 * Keeps answers, one by one, so that nothing is lost by a reload or a day's pause.
 *
 * @param found the draft as it was read; without an open one a new draft begins
 * @returns false when it was sent or discarded in another window meanwhile: nothing was kept then
 */
export async function keepDraft(
  { db, clock }: DraftTools,
  visitor: string,
  found: drafts.FoundDraft | undefined,
  { answers, without = [] }: { answers: Answers; without?: readonly (keyof Answers)[] },
): Promise<boolean> {
  const now = clock.now()
  if (found && !found.caseId) return (await drafts.change(db, found.id, { answers, without, now })) > 0
  return (await drafts.begin(db, { id: newId(), tokenHash: hashOf(visitor), answers, now })) > 0
}

/** Of the visitor's secret only the hash is kept. */
export const hashOf = (visitor: string): Buffer => createHash('sha256').update(visitor).digest()
