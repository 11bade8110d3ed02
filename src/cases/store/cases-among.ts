import { type Db, sql } from '#platform'
import type { Reacher } from '../model/reach.ts'
import { type DeskCase, lines } from './desk-list.ts'
import { reach } from './reach.ts'

/** Some cases as lines of a list, as many of them as are within reach. */
export const casesAmong = (db: Db, officer: Reacher, ids: string[]) =>
  db.rows<DeskCase>(sql`${lines} where c.id = any(${ids}) and ${reach(officer)}`)
