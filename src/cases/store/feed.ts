import { type Db, type Position, sql } from '#platform'
import type { StepName } from '../model/steps.ts'

/** An event as the feed hands it on; whoever needs more looks the case up. */
export interface FedEvent extends Position {
  step: StepName
  at: Temporal.Instant
  /** Another system's record, no act of anybody here. */
  imported: boolean
}

/**
 * Events after a position, in the order of their transactions. Those of transactions that may still be
 * overtaken wait: everything below the oldest running transaction is final.
 *
 * The order names the table's `tx`: bare, it would be the text that is selected, where 1000 comes before 999,
 * events would be skipped for ever, and no index could help.
 */
export const eventsAfter = (tx: Db, after: Position, limit: number) =>
  tx.rows<FedEvent>(sql`
    select tx::text as tx, case_id as "caseId", seq, step, at, facts ? 'source' as imported from case_events
     where (tx, case_id, seq) > (${after.tx}::xid8, ${after.caseId}::uuid, ${after.seq}::int)
       and tx < pg_snapshot_xmin(pg_current_snapshot())
     order by case_events.tx, case_id, seq
     limit ${limit}`)
