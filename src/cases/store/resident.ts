import { type Db, sql } from '#platform'
import type { CaseType, Outcome, Stage } from '../model/stages.ts'
import type { ClockName } from '../model/state.ts'

/** A case in the list of its resident. */
export interface OwnCase {
  id: string
  reference: string
  type: CaseType
  stage: Stage
  subject: string
  entity: string | null
  outcome: Outcome | null
  clock: ClockName | null
  answerBy: Temporal.Instant
  answeredAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
}

/** The newest first; parts of a split case are the desk's way of working. */
export const casesOf = (db: Db, residentId: string, limit: number) =>
  db.rows<OwnCase>(sql`
    select id, reference, type, stage, subject, entity_id as entity, outcome, clock, answer_by as "answerBy",
           answered_at as "answeredAt", closed_at as "closedAt"
      from cases where resident_id = ${residentId} and parent_id is null
     order by id desc limit ${limit}`)

/** Whether a case is this resident's own. */
export const owns = async (db: Db, residentId: string, caseId: string): Promise<boolean> =>
  Boolean(
    await db.row(sql`
      select 1 as owns from cases
       where id = ${caseId} and resident_id = ${residentId} and parent_id is null`),
  )

/** Where a resident can turn outside the government's own desks. */
export const outsideRemedy = async (db: Db) =>
  (
    await db.row<{ remedy: Partial<Record<'ar' | 'en', string>> | null }>(
      sql`select outside_remedy as remedy from installation`,
    )
  )?.remedy ?? undefined

/** What whoever sent a case left to be reached by. */
export const contactOf = (db: Db, caseId: string) =>
  db.row<{ phone: string | null; email: string | null }>(sql`
    select phone, email from requesters where case_id = ${caseId}`)
