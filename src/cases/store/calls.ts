import { type Db, sql } from '#platform'
import type { CaseType, Stage } from '../model/stages.ts'

export interface CallersCase {
  id: string
  reference: string
  type: CaseType
  stage: Stage
  receivedAt: Temporal.Instant
}

/** Whole cases of a telephone number, the newest first. */
export const casesOfPhone = (db: Db, phone: string) =>
  db.rows<CallersCase>(sql`
    select c.id, c.reference, c.type, c.stage, c.received_at as "receivedAt"
      from (select case_id from requesters where phone = ${phone}
            union
            select c.id from residents r join cases c on c.resident_id = r.id where r.phone = ${phone}) of_phone
      join cases c on c.id = of_phone.case_id
     where c.parent_id is null
     order by c.id desc limit 20`)

/** The caller's case may be opened from now on. */
export const addCall = (
  tx: Db,
  call: { id: string; staffId: string; caseId: string; at: Temporal.Instant },
) =>
  tx.run(sql`
    insert into calls (id, staff_id, case_id, at) values (${call.id}, ${call.staffId}, ${call.caseId}, ${call.at})`)
