import { type Db, sql } from '#platform'
import type { CaseState } from '../model/state.ts'
import { stateColumns } from './columns.ts'

/**
 * The ladder that open cases do not follow yet, once it has stood for so many milliseconds: by then every process
 * has noticed it, and no step that is taken meanwhile goes by the old one.
 */
export const ladderToFollow = (db: Db, settled: number) =>
  db.row<{ version: number; configuration: number }>(sql`
    select ladder_version as version, configuration from installation
     where ladder_followed < ladder_version
       and ladder_changed_at <= now() - ${settled}::int * interval '1 millisecond'`)

export const followed = (db: Db, version: number) =>
  db.run(sql`update installation set ladder_followed = greatest(ladder_followed, ${version}::int)`)

/** Open cases by their ids, but for imported ones that nobody has touched, each with when time acts on it so far. */
export const openCases = (tx: Db, after: string, limit: number) =>
  tx.rows<CaseState & { nextActAt: Temporal.Instant | null }>(sql`
    select ${stateColumns}, c.next_act_at as "nextActAt" from cases c
     where c.stage <> 'closed' and (c.source is null or c.next_act_at is not null) and c.id > ${after}
     order by c.id limit ${limit}
       for update of c`)
