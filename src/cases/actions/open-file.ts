import { isId } from '#kernel'
import type { Reacher } from '../model/reach.ts'
import * as cases from '../store/cases.ts'
import { type CaseFile, filesOf } from '../store/files.ts'
import type { Tools } from './act.ts'

/** A file of a case within reach; undefined alike for another's case, another case's file, and none. */
export async function openFile(
  { db }: Pick<Tools, 'db'>,
  officer: Reacher,
  caseId: string,
  fileId: string,
): Promise<CaseFile | undefined> {
  const found = isId(caseId) ? await cases.findWithinReach(db, officer, caseId) : undefined
  return found && (await filesOf(db, caseId)).find(({ id }) => id === fileId)
}
