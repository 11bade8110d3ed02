import { type Db, sql } from '#platform'
import type { Reacher } from '../model/reach.ts'
import { type DeskCase, lines } from './desk-list.ts'
import { reach } from './reach.ts'

/** Some cases as lines of a list, by their ids: as many of them as are within reach, which has the last word. */
export async function casesAmong(
  db: Db,
  officer: Reacher,
  listed: readonly { caseId: string }[],
): Promise<ReadonlyMap<string, DeskCase>> {
  const ids = listed.map(({ caseId }) => caseId)
  const found = await db.rows<DeskCase>(sql`${lines} where c.id = any(${ids}) and ${reach(officer)}`)
  return new Map(found.map((each) => [each.id, each]))
}
