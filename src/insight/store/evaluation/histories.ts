import { type Db, type Sql, sql } from '#platform'
import type { Evidence, Subject } from '../../model/evaluation/credit.ts'
import type { Month } from '../../model/evaluation/month.ts'

/**
 * Cases that may be credited in a month: those that lived in it, and those that promised something for it. What an
 * older system did is nobody's doing here. Each part is found by an index of its own, so that a month costs what lived
 * in it, and not what there is.
 */
export const livingCases = (db: Db, month: Month) => db.rows<Living>(living(month))

interface Living {
  id: string
  type: string
}

/** Of those, the ones that an entity or a person ever had to do with: by their card, few of them. */
export const livingCasesOf = (db: Db, month: Month, { entity, person }: Subject) =>
  db.rows<Living>(sql`
    select id, type from (${living(month)}) c
     where exists (select from case_events e
                    where e.case_id = c.id
                      and ${person ? sql`(e.actor_id = ${person} or e.facts->>'handler' = ${person})` : sql`e.step in ('route', 'split') and e.facts->>'entity' = ${entity}`})`)

const living = ({ first, from, to }: Month): Sql => sql`
    select id, type from cases
     where stage <> 'closed' and received_at < ${to} and source is null
    union all
    select id, type from cases
     where stage = 'closed' and closed_at >= ${from} and received_at < ${to} and source is null
    union all
    select c.id, c.type from cases c
     where c.id in (select case_id from promised_actions
                     where due_on >= ${first}::date and due_on < ${first}::date + interval '1 month')
       and c.stage = 'closed' and c.closed_at < ${from} and c.source is null`

/** Promises of another system that were kept or missed in a month, by the entity that has the case. */
export const importedDates = (db: Db, { from, to }: Month) =>
  db.rows<{ entity: string; kept: number; dates: number }>(sql`
    select c.entity_id as entity, count(*) filter (where c.answered_at <= c.entity_due) as kept, count(*) as dates
      from cases c join case_events e on e.case_id = c.id and e.seq = 1
     where least(coalesce(c.answered_at, c.closed_at), c.entity_due) >= ${from}
       and least(coalesce(c.answered_at, c.closed_at), c.entity_due) < ${to}
       and c.source is not null and c.entity_due is not null and c.entity_id is not null
       -- Ended without an answer before the date: neither kept nor missed.
       and (c.answered_at is not null or c.closed_at is null or c.closed_at > c.entity_due)
       -- The other system promised nothing; what Sawt would have promised binds nobody.
       and not e.facts ? 'promise'
     group by 1`)

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
