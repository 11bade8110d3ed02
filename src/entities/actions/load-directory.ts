import type { Db } from '#platform'
import type { Directory } from '../model/directory.ts'
import { directoryOf } from '../model/snapshot.ts'
import { readContents } from '../store/directory.ts'

/** Reads the country as it is configured now. Callers keep it until `configurationVersion` moves on. */
export async function loadDirectory(db: Db): Promise<Directory> {
  return directoryOf(await readContents(db))
}
