import type { OpenReplay } from '#messages'
import { type Db, type Position, sql } from '#platform'
import type { CaseEvent } from '../model/event.ts'

/** The histories of some cases, without a word that anybody wrote. */
export const bareHistoriesOf = (tx: Db, caseIds: string[]) =>
  tx.rows<CaseEvent>(sql`
    select case_id as "caseId", seq, step, at, role, actor_id as "actorId", facts from case_events
     where case_id = any(${caseIds}::uuid[])
     order by case_id, seq`)

/** What a replay repeats next: events since its moment, up to where the feed stood when it was asked. */
export const eventsToRepeat = (tx: Db, replay: OpenReplay, limit: number) =>
  tx.rows<Position>(sql`
    select tx::text as tx, case_id as "caseId", seq from case_events
     where (tx, case_id, seq) > (${replay.tx}::xid8, ${replay.caseId}::uuid, ${replay.seq}::int)
       and (tx, case_id, seq) <= (${replay.endTx}::xid8, ${replay.endCase}::uuid, ${replay.endSeq}::int)
       and at >= ${replay.since} and not facts ? 'source'
     order by case_events.tx, case_id, seq
     limit ${limit}`)
