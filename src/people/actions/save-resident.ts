import { no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import type { Language } from '../model/officer.ts'
import { type NameRefusal, personName } from '../model/person-name.ts'
import { updateResident } from '../store/residents.ts'

/** What a resident says about themselves; an empty name takes the earlier one away. */
export async function saveResident(
  db: Db,
  id: string,
  { name, language }: { name: string; language: Language },
): Promise<Result<undefined, NameRefusal>> {
  const said = name.trim() ? personName(name) : yes(null)
  if (!said.ok) return no(said.reason)
  await updateResident(db, id, said.value, language)
  return yes(undefined)
}
