import { isId, no, type Result, yes } from '#kernel'
import type { Db, Files, StoredFile } from '#platform'
import { LIMITS } from '../model/limits.ts'
import * as drafts from '../store/drafts.ts'
import type { DraftTools } from './keep-draft.ts'

/** The files of a draft, as its writer sees them. */
export const filesOfDraft = (db: Db, draftId: string) => drafts.filesOf(db, draftId)

/**
 * Ties uploads to a draft. Each is the file to show and, behind a re-encoded image, its original.
 *
 * When there is no room left, or the draft was sent meanwhile, the uploads are the caller's to remove.
 */
export function attachToDraft(
  { db, clock }: DraftTools,
  draftId: string,
  uploads: readonly (readonly StoredFile[])[],
): Promise<Result<undefined, 'too-many-files' | 'not-found'>> {
  return db.transaction(async (tx) => {
    if (!(await drafts.lock(tx, draftId))) return no('not-found')
    const there = await drafts.filesOf(tx, draftId)
    if (there.length + uploads.length > LIMITS.files) return no('too-many-files')
    await drafts.addFiles(tx, draftId, uploads.flat(), clock.now())
    return yes(undefined)
  })
}

/** Takes a file back, with its original. A file of another's draft is not there. */
export async function removeFromDraft(
  { db, files }: { db: Db; files: Pick<Files, 'remove'> },
  draftId: string,
  fileId: string,
): Promise<void> {
  if (!isId(fileId)) return
  for (const { id } of await drafts.takeFile(db, draftId, fileId)) await files.remove(id)
}
