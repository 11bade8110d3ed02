import type { Db, Files } from '#platform'
import * as drafts from '../store/drafts.ts'
import { hashOf } from './keep-draft.ts'

/** Forgets a draft with its files. One that was sent is a case by now, and stays. */
export async function discardDraft(
  { db, files }: { db: Db; files: Pick<Files, 'remove'> },
  draftId: string,
): Promise<void> {
  const gone = await db.transaction(async (tx) => {
    const open = await drafts.lock(tx, draftId)
    const attached = open ? await drafts.everyFile(tx, draftId) : []
    if (open) await drafts.remove(tx, draftId)
    return attached
  })
  for (const { id } of gone) await files.remove(id)
}

/** Forgets which case was sent last from this device; the case itself stays. */
export const forgetSent = ({ db }: { db: Db }, visitor: string) => drafts.removeSent(db, hashOf(visitor))
