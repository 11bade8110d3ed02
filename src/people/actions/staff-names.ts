import type { Db } from '#platform'
import { type NamedStaff, namesOf } from '../store/staff.ts'

/** The names behind the ids of a history or a list, active or not. Ids that nobody has are missing. */
export async function staffNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found: NamedStaff[] = ids.length > 0 ? await namesOf(db, [...new Set(ids)]) : []
  return new Map(found.map(({ id, name }) => [id, name]))
}
