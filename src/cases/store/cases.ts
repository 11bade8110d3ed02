import { type Db, type Sql, sql } from '#platform'
import type { CaseEvent } from '../model/event.ts'
import type { Position, Reacher } from '../model/reach.ts'
import type { CaseState } from '../model/state.ts'
import { stateColumns } from './columns.ts'
import { reach } from './reach.ts'

/** A case with what the rules need to know beside its state. */
export interface FoundCase extends CaseState, Position {
  parts: number
  partsOpen: number
}

/** The case, held until the transaction ends; nothing when it is out of reach or is not there. */
export const lockWithinReach = (tx: Db, officer: Reacher, id: string) =>
  tx.row<FoundCase>(sql`${found(officer)} where c.id = ${id} and ${reach(officer)} for update of c`)

export const findWithinReach = (db: Db, officer: Reacher, id: string) =>
  db.row<FoundCase>(sql`${found(officer)} where c.id = ${id} and ${reach(officer)}`)

export const findByReferenceWithinReach = (db: Db, officer: Reacher, reference: string) =>
  db.row<FoundCase>(sql`${found(officer)} where c.reference = ${reference} and ${reach(officer)}`)

/** For whoever has proven their right to this one case otherwise: its resident, a one-time link, the system. */
export const lock = (tx: Db, id: string) =>
  tx.row<FoundCase>(sql`${found(NOBODY)} where c.id = ${id} for update of c`)

export const find = (db: Db, id: string) => db.row<FoundCase>(sql`${found(NOBODY)} where c.id = ${id}`)

/** Looks up by public number; the caller must still check the second secret. */
export const findByReference = (db: Db, reference: string) =>
  db.row<FoundCase>(sql`${found(NOBODY)} where c.reference = ${reference}`)

/** Open parts of a case that was split, and open cases merged into one. */
export const partsOf = (tx: Db, id: string) =>
  tx.rows<FoundCase>(sql`${found(NOBODY)} where c.parent_id = ${id} order by c.id`)

export const followersOf = (tx: Db, id: string) =>
  tx.rows<FoundCase>(
    sql`${found(NOBODY)} where c.merged_into = ${id} and c.stage <> 'closed' order by c.id for update of c`,
  )

/** The case as it is now with one of its events: the answer to a step that was sent twice. */
export async function performedAt(db: Db, caseId: string, seq: number) {
  const state = await db.row<CaseState>(sql`select ${stateColumns} from cases c where c.id = ${caseId}`)
  const event = await db.row<CaseEvent>(sql`
    select case_id as "caseId", seq, step, at, role, actor_id as "actorId", facts
      from case_events where case_id = ${caseId} and seq = ${seq}`)
  return state && event && { state, event }
}

const found = (officer: Pick<Reacher, 'id'>): Sql => sql`
  select ${stateColumns}, e.sector_id as sector,
         exists (select from calls where calls.staff_id = ${officer.id}::uuid and calls.case_id = c.id) as "onCall",
         (select count(*) from cases p where p.parent_id = c.id) as parts,
         (select count(*) from cases p where p.parent_id = c.id and p.answered_at is null and p.stage <> 'closed')
           as "partsOpen"
    from cases c left join entities e on e.id = c.entity_id`

const NOBODY = { id: '00000000-0000-0000-0000-000000000000' }
