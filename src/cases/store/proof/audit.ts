import { type Db, sql } from '#platform'
import type { Place } from '../../model/proof/batch.ts'
import type { StoredEvent } from '../../model/proof/compare.ts'
import type { SealableRow } from './chain.ts'

/** An event as it stands now, with its words; `at` is as PostgreSQL writes it. */
export type AuditRow = Omit<StoredEvent, 'sealed'> & { tx: string; sealed: boolean }

/** Events after one place of the feed, up to and with another. */
export const storedBetween = (db: Db, after: Place, last: Place) =>
  db.rows<AuditRow>(sql`
    select e.tx::text as tx, e.case_id as "caseId", e.seq, e.step, e.at::text as at, e.role,
           e.actor_id as "actorId", e.facts, e.words_hash as "wordsHash", w.words,
           exists (select from case_events s
                    where s.step = 'seal' and s.case_id = e.case_id and s.seq > e.seq) as sealed
      from case_events e left join case_words w using (case_id, seq)
     where (e.tx, e.case_id, e.seq) > (${after.tx}::xid8, ${after.caseId}::uuid, ${after.seq}::int)
       and (e.tx, e.case_id, e.seq) <= (${last.tx}::xid8, ${last.caseId}::uuid, ${last.seq}::int)
     order by e.tx, e.case_id, e.seq`)

/** The newest events, which no batch holds yet. */
export const unsealedAfter = (db: Db, after: Place, limit: number) =>
  db.rows<{ caseId: string; seq: number }>(sql`
    select case_id as "caseId", seq from case_events
     where (tx, case_id, seq) > (${after.tx}::xid8, ${after.caseId}::uuid, ${after.seq}::int)
     order by tx, case_id, seq
     limit ${limit}`)

export const countEvents = async (db: Db): Promise<number> =>
  (await db.row<{ events: number }>(sql`select count(*) as events from case_events`))?.events ?? 0

/** Cases whose row and whose events do not agree on how many events there are. */
export const casesOutOfStep = (db: Db, limit: number) =>
  db.rows<{ caseId: string; seq: number }>(sql`
    select c.id as "caseId", c.seq
      from cases c
      left join (select case_id, count(*) as events, max(seq) as last from case_events group by case_id) e
        on e.case_id = c.id
     where e.events is distinct from c.seq or e.last is distinct from c.seq
     order by c.id
     limit ${limit}`)

export const cursorOf = (db: Db, consumer: string) =>
  db.row<Place>(sql`
    select tx::text as tx, case_id as "caseId", seq from feed_cursors where consumer = ${consumer}`)

/** The public numbers of cases, for telling people which. */
export const referencesOf = (db: Db, caseIds: readonly string[]) =>
  db.rows<{ id: string; reference: string }>(sql`
    select id, reference from cases where id = any(${caseIds}::uuid[])`)

/** Events of some kinds, of the case with a public number. */
export const eventsNamed = (db: Db, reference: string, steps: readonly string[]) =>
  db.rows<SealableRow>(sql`
    select e.tx::text as tx, e.case_id as "caseId", e.seq, e.step, e.at::text as at, e.role,
           e.actor_id as "actorId", e.facts, e.words_hash as "wordsHash"
      from case_events e join cases c on c.id = e.case_id
     where c.reference = ${reference} and e.step = any(${steps}::text[])`)
