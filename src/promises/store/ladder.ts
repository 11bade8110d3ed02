import { type Db, sql } from '#platform'
import type { Climbing } from '../model/ladder.ts'

export interface RungRow {
  id: string
  clock: Climbing
  share: number | null
  workingDaysLate: number | null
  tells: string[]
}

export const rungs = (db: Db) =>
  db.rows<RungRow>(sql`
    select id, clock, share, working_days_late as "workingDaysLate", tells
      from ladder_rungs where active order by id`)
