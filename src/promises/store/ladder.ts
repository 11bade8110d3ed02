import { type Db, json, sql } from '#platform'
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

export interface KeptRungRow extends RungRow {
  active: boolean
  changedBy: string | null
  changedAt: Temporal.Instant
}

/** Those that were switched off too. */
export const all = (db: Db) =>
  db.rows<KeptRungRow>(sql`
    select id, clock, share, working_days_late as "workingDaysLate", tells, active, changed_by as "changedBy",
           changed_at as "changedAt"
      from ladder_rungs order by share nulls last, working_days_late, id`)

/** Writes a rung as it is from now on, and keeps the change for the record. */
export async function put(tx: Db, changeId: string, rung: KeptRungRow): Promise<void> {
  const { id, clock, share, workingDaysLate, tells, active, changedBy, changedAt } = rung
  await tx.run(sql`
    insert into ladder_rungs (id, clock, share, working_days_late, tells, active, changed_by, changed_at)
    values (${id}, ${clock}, ${share}::numeric, ${workingDaysLate}::int, ${tells}::text[], ${active},
            ${changedBy}::uuid, ${changedAt}::timestamptz)
    on conflict (id) do update set share = excluded.share, working_days_late = excluded.working_days_late,
       tells = excluded.tells, active = excluded.active, changed_by = excluded.changed_by,
       changed_at = excluded.changed_at`)
  await tx.run(sql`
    insert into ladder_changes (id, rung_id, content, changed_by, changed_at)
    values (${changeId}, ${id}, ${json({ clock, share, workingDaysLate, tells, active })}::jsonb,
            ${changedBy}::uuid, ${changedAt}::timestamptz)`)
}

/** Open cases follow a new ladder from now on. The time is the database's: it is waited on, nobody reads it. */
export const raiseLadder = (tx: Db) =>
  tx.run(sql`update installation set ladder_version = ladder_version + 1, ladder_changed_at = now()`)

export interface LadderChange {
  id: string
  rungId: string
  content: Pick<KeptRungRow, 'clock' | 'share' | 'workingDaysLate' | 'tells' | 'active'>
  changedBy: string | null
  changedAt: Temporal.Instant
}

export const changes = (db: Db, limit: number) =>
  db.rows<LadderChange>(sql`
    select id, rung_id as "rungId", content, changed_by as "changedBy", changed_at as "changedAt"
      from ladder_changes order by changed_at desc, id desc limit ${limit}`)
