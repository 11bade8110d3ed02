import { type Db, sql } from '#platform'
import type { Evidence } from '../../model/evaluation/credit.ts'
import type { Month } from '../../model/evaluation/month.ts'

/**
 * Cases that may be credited in a month, a batch at a time: those that lived in it, and those that promised something
 * for it. What an older system did is nobody's here.
 *
 * @param after the last id of the batch before
 */
export const livingCases = (db: Db, { first, from, to }: Month, after: string, limit: number) =>
  db.rows<{ id: string; type: string }>(sql`
    select id, type from cases
     where id > ${after} and received_at < ${to} and source is null
       and (closed_at is null or closed_at >= ${from}
            or id in (select case_id from promised_actions
                       where due_on >= ${first}::date and due_on < ${first}::date + interval '1 month'))
     order by id limit ${limit}`)

/** Their histories as far as evaluation reads them, by case and in order. */
export const evidenceOf = (db: Db, caseIds: string[]) =>
  db.rows<Evidence & { caseId: string }>(sql`
    select case_id as "caseId", seq, step, at, role, actor_id as "actorId", facts from case_events
     where case_id = any(${caseIds}::uuid[])
       and step in ('submit', 'route', 'split', 'refuse', 'contest', 'withdraw', 'seal', 'merge', 'unmerge', 'lapse',
                    'take-up', 'assign', 'ask', 'add', 'extend', 'recount', 'reply', 'return', 'release', 'rate',
                    'reopen', 'fulfil')
     order by case_id, seq`)

/** People among these; programs are not rated. */
export const peopleAmong = async (db: Db, ids: string[]): Promise<ReadonlySet<string>> => {
  const rows = await db.rows<{ id: string }>(sql`
    select id from staff where id = any(${ids}::uuid[]) and email is not null`)
  return new Set(rows.map(({ id }) => id))
}
